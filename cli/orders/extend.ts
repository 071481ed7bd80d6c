import { Command } from 'commander'
import { readExtension } from './extension.ts'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'

const examples = `
The deadline of the running stage moves; of an open night, the time that it
stays open. A stream stands for its night that runs, else for its newest open
one.

Examples:
  nightjar extend rawhide 4h --why "openQA is short of workers"
  nightjar extend branched until 18:00
  nightjar extend rawhide/2026-11-24 90min --dry-run`

/** `nightjar extend <night> <time...>` */
export function extendCommand(): Command {
  const command = new Command('extend')
    .description('Gives the running stage of a night more time.')
    .addArgument(nightArgument())
    .argument('<time...>', '4h, 90min, or "until 18:00": UTC, the next such time')
  return withOrderOptions(command, examples).action(
    async (name: string, words: readonly string[], options: OrderOptions) => {
      const request = readExtension(words, Date.now())
      await orderNight(name, { name: 'extend', request, meant: 'running or open' }, options)
    },
  )
}
