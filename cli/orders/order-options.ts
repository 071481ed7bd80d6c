import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'

/** What every order takes. */
export interface OrderOptions extends ConfigOption, JsonOption {
  readonly why?: string
  readonly by?: string
  readonly wait?: boolean
  readonly dryRun?: boolean
}

const exitCodes = `Exit codes: 0 the night took it (with --wait: and the report is good), 1 it
refused, 2 wrong usage, 3 no server, or no worker within five seconds.`

/** Adds the options of every order to a command, and its examples. */
export function withOrderOptions(command: Command, examples: string): Command {
  return command
    .option('--why <text>', 'the reason: it is kept, and the next report has it')
    .option('--by <name>', 'who gives the order; nobody verifies it (default: your user name)')
    .option('-w, --wait', 'wait for the next report')
    .option('-n, --dry-run', 'say what would be ordered of which run, and order nothing')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', `${examples}\n\n${exitCodes}`)
}

/** Who gave an order and why, as the order says it. */
export function signatureOf({ by, why }: OrderOptions): { readonly by?: string; readonly why?: string } {
  const name = by ?? localUser()
  return { ...(name !== null && { by: name }), ...(why !== undefined && { why }) }
}

/** Null where the user has no name, as in some containers. */
function localUser(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}
