import { Command, Option } from 'commander'
import type { OrderRequest } from '../../workflows/orders/order.ts'
import { UsageError } from '../exit-code.ts'
import { readJobIds } from './job-ids.ts'
import { nightArgument } from './night-argument.ts'
import { orderNight } from './order-night.ts'
import { withOrderOptions, type OrderOptions } from './order-options.ts'

/** The stages that a night can begin again at. */
const stages = ['find', 'complete', 'schedule', 'await', 'report'] as const

interface RerunOptions extends OrderOptions {
  readonly failed?: boolean
  readonly all?: boolean
  readonly job?: readonly string[]
  readonly flavor?: string
  readonly bug?: string
  readonly from?: (typeof stages)[number]
}

const examples = `
Restarts jobs in openQA, each once and with its parents, waits for them and
reports again. Without options: those that failed, broke off or never ended. A
night without tests begins again at find or complete. A stream stands for its
newest night with a report.

Examples:
  nightjar rerun rawhide --why "the proxy is back"
  nightjar rerun rawhide/2026-11-24 --job 4711 4712 --wait
  nightjar rerun branched --flavor universal --dry-run
  nightjar rerun rawhide --bug rhbz#2391234
  nightjar rerun Fedora-Rawhide-20261124.n.0 --from schedule`

/** `nightjar rerun <night>` */
export function rerunCommand(): Command {
  const command = new Command('rerun')
    .description('Runs what failed in a night again, or the night from a stage on.')
    .addArgument(nightArgument())
    .option('--failed', 'the jobs that failed, broke off or never ended (default)')
    .option('--all', 'every job; nothing is posted')
    .option('--job <id...>', 'these jobs: ids, or their addresses in openQA')
    .option('--flavor <flavor>', 'the jobs of a flavor')
    .option('--bug <ref>', 'the failed jobs with a bug in their comments')
    .addOption(new Option('--from <stage>', 'everything from a stage on').choices(stages))
  return withOrderOptions(command, examples).action(rerun)
}

async function rerun(name: string, options: RerunOptions): Promise<void> {
  await orderNight(name, { name: 'rerun', request: selectionOf(options), meant: 'reported' }, options)
}

/** What is to be run again. @throws UsageError where more than one selection is given */
export function selectionOf(options: RerunOptions): Pick<OrderRequest, 'jobs' | 'flavor' | 'bug' | 'from'> {
  const { failed, all, job, flavor, bug, from } = options
  const given = Object.entries({ failed, all, job, flavor, bug, from }).filter(
    ([, value]) => value !== undefined,
  )
  if (given.length > 1)
    throw new UsageError(`choose one of ${given.map(([word]) => `--${word}`).join(' and ')}`)
  if (flavor !== undefined) return { flavor }
  if (bug !== undefined) return { bug }
  if (from !== undefined) return { from }
  if (job !== undefined) return { jobs: readJobIds(job) }
  return { jobs: all ? 'all' : 'failed' }
}
