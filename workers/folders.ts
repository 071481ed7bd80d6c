import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Environment = NodeJS.ProcessEnv

/** The folder of this program. */
export const home: string = fileURLToPath(new URL('..', import.meta.url))

/** Where the bundler finds the workflows. */
export const workflowsPath: string = fileURLToPath(new URL('../workflows/index.ts', import.meta.url))
/** What a person runs. */
export const launcher: string = join(home, 'bin', 'nightjar')

/** What `bin/setup` and the program install for themselves; after a deletion they download it again. */
export const tools: string = fileURLToPath(new URL('../.tools', import.meta.url))

/** Where a user's configurations are. */
export function configHome(environment: Environment): string {
  return base(environment, environment['XDG_CONFIG_HOME'], '.config')
}

/** Where a program keeps what a user does not want to lose. */
export function stateHome(environment: Environment): string {
  return base(environment, environment['XDG_STATE_HOME'], '.local/state')
}

/** The standard says that a relative path in these variables is to be ignored. */
function base({ HOME }: Environment, named: string | undefined, usual: string): string {
  return named !== undefined && isAbsolute(named) ? named : join(HOME || homedir(), usual)
}
