import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { startGroup, type Group } from '../clients/process-group.ts'

/** A child process that ends when this process ends. */
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
    return startGroup(program, args, { env: { ...process.env, ...environment }, output })
  } finally {
    closeSync(output)
  }
}
