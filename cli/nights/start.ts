import type { Client } from '@temporalio/client'
import { Command } from 'commander'
import { candidates } from '../../compose/naming/candidate.ts'
import type { Night } from '../../compose/naming/night.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import type { NightStart } from '../../workers/start-night.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { startForm, type StartAnswer } from '../forms/start.ts'
import { jsonOf } from '../json.ts'
import { isGood } from './is-good.ts'
import { readDate, today } from './night-argument.ts'
import { nightOfCompose } from './nightly-argument.ts'
import {
  configOption,
  flavorsOption,
  jsonOption,
  type ConfigOption,
  type FlavorsOption,
  type JsonOption,
} from '../options.ts'
import { knownLines, readStream, streamArgument } from './stream-argument.ts'
import { withClient } from './with-client.ts'

interface StartOptions extends ConfigOption, FlavorsOption, JsonOption {
  readonly date?: string
  readonly compose?: string
  readonly wait?: boolean
}

const examples = `
Examples:
  nightjar start rawhide                                       tonight's Rawhide
  nightjar start branched --date 2026-11-23 --wait             until its report
  nightjar start rawhide --compose Fedora-Rawhide-20261124.n.1 only this compose
  nightjar start rawhide --flavors universal,Server-dvd-iso    only these tests of it
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
    .option('-d, --date <YYYY-MM-DD>', 'the UTC date its compose is due (default: today)')
    .option('--compose <id>', 'test only this compose; of candidates also a label')
    .addOption(flavorsOption())
    .option('-w, --wait', 'wait for the report')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(start)
}

async function start(word: string, options: StartOptions): Promise<void> {
  const meant = word === candidates ? await candidateOf(options) : await nightlyOf(word, options)
  if (meant === null) return
  const { night, ...one } = meant
  const { startNight } = await import('../../workers/start-night.ts')
  const { lateStart } = await import('../../workers/orders/late-start.ts')
  await withClient(options, async (client, settings) => {
    const { patience, task_queue: taskQueue } = settings
    const { flavors } = options
    const asked = { ...one, ...(flavors && { flavors }) }
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

/** What to start; null where there is no such compose, which it says. */
type Meant = Pick<NightStart, 'night' | 'compose' | 'run'> | null

async function nightlyOf(word: string, options: StartOptions): Promise<Meant> {
  const { compose } = options
  const night = nightOf(word, options, await knownLines(options))
  if (compose === undefined) return { night }
  return (await mayExist(night, compose, options)) ? { night, compose } : null
}

async function candidateOf({ config, compose, date }: StartOptions): Promise<Meant> {
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

/**
 * Whether there is such a compose, or nobody can tell: then the night looks for it itself. It says what it
 * found otherwise.
 */
async function mayExist(night: Night, compose: string, { config }: StartOptions): Promise<boolean> {
  const [{ findCompose, searchOfNight }, { isNoAnswer }, { composeServices }, { loadConfig }] =
    await Promise.all([
      import('../../sources/find-compose.ts'),
      import('../../sources/no-answer.ts'),
      import('../../workers/config/compose-source.ts'),
      import('../../workers/config/config.ts'),
    ])
  try {
    const found = await findCompose(composeServices(loadConfig(config)), searchOfNight(night, { compose }))
    if (found.kind === 'found') return true
    console.error(`nightjar: ${'said' in found ? found.said : `there is no ${compose}`}; nothing was started`)
    process.exitCode = exitCode.bad
    return false
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    console.error(
      `nightjar: ${error.message}; whether there is a ${compose} is not known, so the night looks for it`,
    )
    return true
  }
}

function nightOf(word: string, { date, compose }: StartOptions, lines: readonly StreamLine[]): Night {
  const stream = readStream(word, lines)
  if (compose === undefined) return { stream, date: date === undefined ? today() : pastDate(date) }
  const night = nightOfCompose(compose, lines)
  if (night.stream !== stream)
    throw new UsageError(`${compose} is not a compose of ${stream}, but of ${night.stream}`)
  if (date !== undefined && date !== night.date)
    throw new UsageError(`${compose} is not of ${date}; leave out --date`)
  return night
}

/** A night begins when its compose is due. */
function pastDate(text: string): string {
  const date = readDate(text)
  if (date <= today()) return date
  throw new UsageError(`${date} is yet to come (today is ${today()}, UTC); a Schedule starts its night`)
}

function say({ json }: JsonOption, answer: StartAnswer, sentence: string): void {
  console.log(json ? jsonOf(startForm, answer) : sentence)
}
