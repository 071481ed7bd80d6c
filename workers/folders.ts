import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

type Environment = NodeJS.ProcessEnv

/** The package that is installed has JavaScript, in a folder of its own; the tree is run as it is. */
export const isPackage: boolean = import.meta.url.endsWith('.js')

/** The folder of this program. */
export const home: string = fileURLToPath(new URL(isPackage ? '../..' : '..', import.meta.url))

/** The folder of the rooms, as they run: of their JavaScript in a package. */
export const rooms: string = fileURLToPath(new URL('..', import.meta.url))

/** What a person runs. */
export const launcher: string = join(home, 'bin', 'nightjar')

/** What `bin/setup` and the program install for themselves; after a deletion they download it again. */
export const tools: string = isPackage ? cacheFolder(process.env) : join(home, '.tools')

/** Where demos put their files: the folder of a package is not ours to write to. */
export function demosFolder(environment: Environment): string {
  return isPackage ? join(cacheFolder(environment), 'demos') : resolve('.nightjar', 'demos')
}

/** The file of a program of ours, by its name in the tree without the end: `cli/main`. */
export function programFile(name: string): string {
  return fileURLToPath(new URL(`../${name}.${isPackage ? 'js' : 'ts'}`, import.meta.url))
}

/** What is made again after a deletion. */
function cacheFolder(environment: Environment): string {
  return join(base(environment, environment['XDG_CACHE_HOME'], '.cache'), 'nightjar')
}

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
