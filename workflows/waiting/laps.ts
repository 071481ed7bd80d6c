import type { ActivityOptions } from '@temporalio/workflow'
import type { Look, Pace } from '../../activities/look.ts'
import type { NightInput } from '../night-context.ts'
import type { NightRecorder } from '../night-recorder.ts'
import { now } from '../now.ts'
import { lapOptions, lastLapOptions } from '../options.ts'
import type { StagePatience } from '../patience.ts'
import type { StageName } from '../stage.ts'
import type { Nudge } from './nudge.ts'
import { oneLap, type LapEnd } from './one-lap.ts'

/**
 * How a wait ended: with an answer, at its deadline, or `hopeless` because no answer can come. `memory` comes
 * from the last look that had one.
 */
export type Wait<Answer, Memory> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | ({ readonly kind: 'hopeless' } & Unseen<Memory>)
  | ({
      readonly kind: 'deadline'
      /** ISO: since when nobody could look; null if the last looks had answers. */
      readonly unansweredSince: string | null
    } & Unseen<Memory>)

interface Unseen<Memory> {
  readonly said: string
  readonly memory: Memory | null
}

/** What a wait uses of a night, or of another workflow that waits. */
export interface Waiting {
  readonly input: Pick<NightInput, 'patience'>
  readonly nudge: Nudge
  readonly recorder: Pick<NightRecorder, 'leftMs' | 'heard'>
}

/** One wait of a stage: what it looks at, and how often. */
export interface Watch<Answer, Memory> {
  readonly stage: StageName
  readonly patience: StagePatience
  /** Runs one lap of looks. `memory` comes from the last look of the lap before. */
  readonly lap: (options: ActivityOptions, pace: Pace, memory: Memory | null) => Promise<Look<Answer, Memory>>
  /** Called after each lap with the memory of its last look. */
  readonly note?: (memory: Memory) => void
  /** Whether nobody needs the answer any more; asked after each lap. */
  readonly isOver?: () => boolean
}

/** What a wait knows so far. */
interface SoFar<Memory> extends Unseen<Memory> {
  /** ISO: the last look that had an answer; null if none had. */
  readonly answeredAt: string | null
}

/**
 * Looks in laps until there is an answer or the stage's deadline passes. It updates the recorder after each
 * lap. A nudge ends a lap at once, also between two looks. If nobody could look at the end, because a service
 * or the workers were away, it looks once more.
 */
export async function lookUntil<Answer, Memory>(
  context: Waiting,
  watch: Watch<Answer, Memory>,
): Promise<Wait<Answer, Memory>> {
  const { recorder, input, nudge } = context
  const { stage, patience } = watch
  const { lookMs } = patience
  const beganAt = now()
  let soFar: SoFar<Memory> = { said: 'nothing was heard', memory: null, answeredAt: null }
  let pace: Pace = { lookMs, notBefore: null, until: null, nudged: false }
  do {
    const waited = { soFarMs: now() - beganAt, leftMs: recorder.leftMs(stage) }
    const options = lapOptions(input.patience, patience, waited)
    const lap = await oneLap(nudge, () => watch.lap(options, pace, soFar.memory))
    if (lap.kind === 'hopeless') return { ...lap, memory: soFar.memory }
    soFar = after(context, watch, soFar, lap)
    if (lap.kind === 'seen') return lap
    if (watch.isOver?.())
      return { kind: 'deadline', said: soFar.said, memory: soFar.memory, unansweredSince: null }
    pace = paceAfter(lap.kind === 'nudged', lookMs)
    // With less time left, the next lap would end before its first look.
  } while (recorder.leftMs(stage) > 2 * lookMs)
  const { answeredAt } = soFar
  if (answeredAt === null || now() - Date.parse(answeredAt) > 3 * lookMs)
    return await lookOnceMore(context, watch, soFar, answeredAt ?? new Date(beganAt).toISOString())
  return { kind: 'deadline', said: soFar.said, memory: soFar.memory, unansweredSince: null }
}

/** A few looks after the deadline, for a stage of which nobody knows how it stands. */
async function lookOnceMore<Answer, Memory>(
  context: Waiting,
  watch: Watch<Answer, Memory>,
  before: SoFar<Memory>,
  since: string,
): Promise<Wait<Answer, Memory>> {
  const options = lastLapOptions(context.input.patience, watch.patience)
  const { lookMs } = watch.patience
  const until = new Date(now() + 5 * lookMs).toISOString()
  const pace: Pace = { lookMs, notBefore: null, until, nudged: false }
  let lap: LapEnd<Answer, Memory>
  do {
    lap = await oneLap(context.nudge, () => watch.lap(options, pace, before.memory))
  } while (lap.kind === 'nudged')
  if (lap.kind === 'hopeless') return { ...lap, memory: before.memory }
  const { said, memory } = after(context, watch, before, lap)
  if (lap.kind === 'seen') return lap
  if (lap.answeredAt !== null) return { kind: 'deadline', said, memory, unansweredSince: null }
  const clock = since.slice(0, 16).replace('T', ' ')
  return {
    kind: 'deadline',
    said: `nobody could look since ${clock} UTC (${said})`,
    memory,
    unansweredSince: since,
  }
}

/** What a wait knows after one more lap. */
function after<Answer, Memory>(
  { recorder }: Waiting,
  { stage, note }: Watch<Answer, Memory>,
  before: SoFar<Memory>,
  lap: Exclude<LapEnd<Answer, Memory>, { kind: 'hopeless' }>,
): SoFar<Memory> {
  if (lap.kind === 'nudged') return before
  const said = lap.said ?? before.said
  recorder.heard(stage, said)
  if (lap.kind === 'seen') return { ...before, said }
  const memory = lap.memory ?? before.memory
  if (memory !== null) note?.(memory)
  return {
    said,
    memory,
    answeredAt: lap.answeredAt ?? before.answeredAt,
  }
}

function paceAfter(nudged: boolean, lookMs: number): Pace {
  return { lookMs, notBefore: nudged ? null : new Date(now() + lookMs).toISOString(), until: null, nudged }
}
