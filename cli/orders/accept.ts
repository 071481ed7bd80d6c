import { Command } from 'commander'
import { UsageError } from '../exit-code.ts'
import { readDate } from '../nights/night-argument.ts'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'
import { needWhy } from './need-why.ts'

interface AcceptOptions extends OrderOptions {
  readonly until?: string
}

const examples = `
The report says who accepted what, why and until when. A test is accepted with
the modules that failed: other ones are a new failure. koji and mirror are
conditions of a complete compose, and are waived for this night only. A stream
stands for its newest night with a report; with koji and mirror for the one that
runs.

Examples:
  nightjar accept rawhide "KDE live x86_64" --why rhbz#2391234
  nightjar accept rawhide test:install_btrfs --until 2026-12-10 --why rhbz#239
  nightjar accept branched koji --why "only a s390x task hangs"`

const conditions = ['koji', 'mirror']

/** `nightjar accept <night> <what...>` */
export function acceptCommand(): Command {
  const command = new Command('accept')
    .description('Takes missing images, failing tests or conditions out of the verdict.')
    .addArgument(nightArgument())
    .argument('<what...>', 'a missing image, test:NAME, koji or mirror')
    .option('--until <YYYY-MM-DD>', 'for the nights of the stream until this date, at most 30 days')
  return withOrderOptions(command, examples).action(accept)
}

async function accept(name: string, what: readonly string[], options: AcceptOptions): Promise<void> {
  needWhy('accept', options)
  const { until } = options
  const waived = what.filter((word) => conditions.includes(word))
  if (waived.length > 0 && waived.length < what.length)
    throw new UsageError('accept koji and mirror by themselves: they are conditions of a night that runs')
  const request = { what, ...(until !== undefined && { until: readDate(until) }) }
  const meant = waived.length > 0 ? 'running' : 'reported'
  await orderNight(name, { name: 'accept', request, meant }, options)
}
