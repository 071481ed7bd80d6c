import type { Client } from '@temporalio/client'
import { Command } from 'commander'
import { candidates } from '../../compose/naming/candidate.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { startForm, type StartAnswer } from '../forms/start.ts'
import { jsonOf } from '../json.ts'
import { isGood } from './is-good.ts'
import { nightlyToStart } from './nightly-argument.ts'
import {
  archOption,
  configOption,
  flavorsOption,
  jsonOption,
  type ConfigOption,
  type FlavorsOption,
  type JsonOption,
} from '../options.ts'
import type { CandidateStart } from '../composes/candidate-argument.ts'
import { refuseUnknownArches } from '../composes/known-arches.ts'
import { streamArgument } from './stream-argument.ts'
import { withClient } from './with-client.ts'

interface StartOptions extends ConfigOption, FlavorsOption, JsonOption {
  readonly arch?: readonly string[]
  readonly date?: string
  readonly compose?: string
  readonly wait?: boolean
}

const examples = `
Examples:
  nightjar start rawhide                                       tonight's Rawhide
  nightjar start branched --date 2026-11-23 --wait             until its report
  nightjar start eln --date 2026-11-24T14                      of several due hours a day that one
  nightjar start rawhide --compose Fedora-Rawhide-20261124.n.1 only this compose
  nightjar start rawhide --flavors universal,Server-dvd-iso    only these tests of it
  nightjar start rawhide --arch aarch64                        only this arch
  nightjar start candidate --compose RC-1.2                    or 44_RC-1.2, an id, a URL

A compose that is named is tested by a run of its own, nightly/<stream>/<compose id>, unless another run has it.
That of a candidate is candidate/<release>/<label>; without --compose it is the newest candidate of Branched.
The deadlines of a night count from its start; the answer says so where it is late.
A night is started once: a second start finds the existing run and changes nothing. The exit code is 1 if that has
reported; "nightjar rerun" runs it again. With --wait the exit code of a night that had not reported is 0 if it
passed, was neutral or left its compose to another run, and 1 otherwise.`

/** `nightjar start <stream>` */
export function startCommand(): Command {
  return new Command('start')
    .description("Starts a stream's night, or the run of one compose of it.")
    .addArgument(streamArgument())
    .option(
      '-d, --date <YYYY-MM-DD>',
      'the UTC date its compose is due; YYYY-MM-DDTHH if several are due a day (default: now)',
    )
    .option('--compose <name>', 'test only this compose, by its id or URL; of candidates also a label')
    .addOption(flavorsOption())
    .addOption(archOption())
    .option('-w, --wait', 'wait for the report')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(start)
}

async function start(word: string, options: StartOptions): Promise<void> {
  if (options.arch !== undefined) await refuseUnknownArches(options.arch, options)
  const meant = word === candidates ? await candidateOf(options) : await nightlyToStart(word, options)
  if (meant === null) return
  const { night, ...one } = meant
  const { startNight } = await import('../../workers/start-night.ts')
  const { lateStart } = await import('../../workers/orders/late-start.ts')
  const { patienceOf } = await import('../../workers/patience-of.ts')
  const { speaksBy } = await import('../../workers/bus/bus-schema.ts')
  await withClient(options, async (client, settings) => {
    const { task_queue: taskQueue } = settings
    const patience = patienceOf(settings, night.stream)
    const { flavors, arch: arches } = options
    const asked = { ...one, ...(flavors && { flavors }), ...(arches && { arches }), ...speaksBy(settings) }
    const { workflowId, started } = await startNight(client, { night, patience, taskQueue, ...asked })
    const late = one.compose === undefined ? lateStart(settings, night, Date.now()) : null
    const stands = started ? startedNow(workflowId, late) : await startedBefore(client, workflowId)
    const begun = { run: workflowId, started, ...stands, result: null, noReport: null }
    const hasReported = begun.stands === 'open' || begun.stands === 'ended'
    if (options.wait && !hasReported) return await waitFor(client, begun, options)
    say(options, begun, begun.said)
    // A night that has reported is started again by an order only.
    if (hasReported) process.exitCode = exitCode.bad
  })
}

async function candidateOf({ config, compose, date }: StartOptions): Promise<CandidateStart> {
  if (date !== undefined) throw new UsageError('a candidate is not due at a date; leave out --date')
  const { candidateToStart } = await import('../composes/candidate-argument.ts')
  const { loadConfig } = await import('../../workers/config/config.ts')
  return await candidateToStart(compose, loadConfig(config))
}

type Begun = Pick<StartAnswer, 'stands' | 'said'>

function startedNow(id: string, late: string | null): Begun {
  return { stands: 'started', said: late === null ? `${id} started` : `${id} started ${late}` }
}

async function startedBefore(client: Client, id: string): Promise<Begun> {
  const { beforeStart } = await import('../../workers/orders/before-start.ts')
  const { newestRun } = await import('../../workers/orders/known-night.ts')
  const run = await newestRun(client, id)
  if (run === null) return { stands: 'running', said: `${id} was started before` }
  return beforeStart(id, run, new Date().toISOString())
}

async function waitFor(client: Client, begun: StartAnswer, options: StartOptions): Promise<void> {
  const { awaitReport } = await import('../../workers/await-night.ts')
  const { run, said } = begun
  console.error(`nightjar: ${said}; waiting for its report`)
  try {
    const { left: _, ...result } = await awaitReport(client, run)
    say(options, { ...begun, result }, result.subject)
    process.exitCode = isGood(result) ? exitCode.good : exitCode.bad
  } catch (error) {
    const { endOfRun } = await import('../../workers/read-nights.ts')
    const end = await endOfRun(client, run)
    if (end === null) throw error
    say(options, { ...begun, noReport: end }, `${run} left no report: ${end}`)
    process.exitCode = exitCode.bad
  }
}

function say({ json }: JsonOption, answer: StartAnswer, sentence: string): void {
  console.log(json ? jsonOf(startForm, answer) : sentence)
}
