import { Command } from 'commander'
import { needWhy } from './need-why.ts'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'

const examples = `
The running stage ends as at its deadline. A stream stands for its night that
runs.

Examples:
  nightjar finish rawhide --why "the rest does not matter" --wait
  nightjar finish branched/2026-11-24 --why "openQA goes down" --json`

/** `nightjar finish <night>` */
export function finishCommand(): Command {
  const command = new Command('finish')
    .description('Ends the running stage of a night now: it reports with what is there, tests or not.')
    .addArgument(nightArgument())
  return withOrderOptions(command, examples).action(async (name: string, options: OrderOptions) => {
    needWhy('finish', options)
    await orderNight(name, { name: 'finish', request: {}, meant: 'running' }, options)
  })
}
