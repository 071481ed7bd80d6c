import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { startGroup, type Group } from '../clients/process-group.ts'

/** A child process that ends when this process ends; where there is `setpriv`, also when that is killed. */
export type Child = Group

/** Starts a program in its own process group, with its output in a log file. */
export function startChild(
  program: string,
  args: readonly string[],
  { log, environment = {} }: { readonly log: string; readonly environment?: NodeJS.ProcessEnv },
): Child {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  try {
    const [first, ...rest] = [...withThisProcess(), program, ...args]
    return startGroup(first ?? program, rest, { env: { ...process.env, ...environment }, output })
  } finally {
    closeSync(output)
  }
}

/** Has the kernel end a program with its parent, however that ends; setpriv is a part of util-linux. */
function withThisProcess(): readonly string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  return setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL', '--']
}
