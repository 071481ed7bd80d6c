import { Command } from 'commander'
import { needWhy } from './need-why.ts'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'

const examples = `
A night without a report makes one that says CANCELLED. An open night closes,
and its report stays as it is. A stream stands for its night that runs, else for
its newest open one.

Examples:
  nightjar cancel rawhide --why "openQA moves tonight"
  nightjar cancel branched/2026-11-24 --why "a mistake" --wait`

/** `nightjar cancel <night>` */
export function cancelCommand(): Command {
  const command = new Command('cancel')
    .description('Stops a night, with a report that says so.')
    .addArgument(nightArgument())
  return withOrderOptions(command, examples).action(async (name: string, options: OrderOptions) => {
    needWhy('cancel', options)
    await orderNight(name, { name: 'cancel', request: {}, meant: 'running or open' }, options)
  })
}
