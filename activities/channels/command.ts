import { probeCommand, runCommand, type Command } from '../../clients/command/command.ts'
import { renderJson } from '../../report/json.ts'
import type { Channel } from './channel.ts'

/** A program that gets each report as JSON on its stdin. */
export function commandChannel({ name, rule }: Pick<Channel, 'name' | 'rule'>, command: Command): Channel {
  return {
    name,
    rule,
    send: async ({ id, report, signal }) =>
      await runCommand(command, { id, input: renderJson(report), signal }),
    examine: async () => await probeCommand(command),
  }
}
