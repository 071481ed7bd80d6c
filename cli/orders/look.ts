import { Command } from 'commander'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'

const examples = `
A stream stands for its night that runs, else for its newest open one.

Examples:
  nightjar look rawhide
  nightjar look Fedora-Rawhide-20261124.n.0 --wait`

/** `nightjar look <night>` */
export function lookCommand(): Command {
  const command = new Command('look')
    .description('Lets a night look now, not only at its next poll.')
    .addArgument(nightArgument())
  return withOrderOptions(command, examples).action(async (name: string, options: OrderOptions) => {
    await orderNight(name, { name: 'look', request: {}, meant: 'running or open' }, options)
  })
}
