import type { ActivityOptions } from '@temporalio/workflow'
import type { NightInput } from '../night-run.ts'
import type { HeardInLap } from '../../activities/lap/news.ts'
import type { Look, Pace } from '../../activities/looks/look.ts'
import type { StageAnswer } from '../details/last-answer.ts'
import type { NightRecorder } from '../details/night-recorder.ts'
import { now } from '../now.ts'
import { lapOptions, lastLapOptions } from '../options.ts'
import type { StagePatience } from '../patience.ts'
import type { StageName } from '../stage.ts'
import type { Hearing } from './hearing.ts'
import type { Nudge } from './nudge.ts'
import { paceAfter, type NextPace } from './pace.ts'
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
  /** Null where nobody looks at what the looks hear. */
  readonly hearing: Hearing | null
}

/** One wait of a stage: what it looks at, and how often. */
export interface Watch<Answer, Memory> {
  readonly stage: StageName
  readonly patience: StagePatience
  /** Runs one lap of looks. `memory` comes from the last look of the lap before. */
  readonly lap: (options: ActivityOptions, pace: Pace, memory: Memory | null) => Promise<Look<Answer, Memory>>
  /** Called after each lap with the memory of its last look. */
  readonly note?: (memory: Memory) => void
  /** Called with what was heard, by a wait that is one of several of its stage. */
  readonly heard?: (answer: StageAnswer) => void
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
 * lap, and when a look tells it something. A nudge ends a lap at once, also between two looks. If nobody
 * could look at the end, because a service or the workers were away, it looks once more.
 */
export async function lookUntil<Answer, Memory>(
  context: Waiting,
  watch: Watch<Answer, Memory>,
): Promise<Wait<Answer, Memory>> {
  const { recorder, input } = context
  const { stage, patience } = watch
  const { lookMs } = patience
  const beganAt = now()
  let soFar: SoFar<Memory> = { said: 'nothing was heard', memory: null, answeredAt: null }
  let next: NextPace = {
    pace: { lookMs, notBefore: null, until: null, nudged: false },
    rhythmMs: beganAt,
  }
  do {
    const waited = { soFarMs: now() - beganAt, leftMs: recorder.leftMs(stage) }
    const options = lapOptions(input.patience, patience, waited)
    const { pace, rhythmMs } = next
    const { lap, known } = await oneRound(context, watch, { options, pace, before: soFar })
    soFar = known
    if (lap.kind === 'hopeless') return { ...lap, memory: soFar.memory }
    if (lap.kind === 'seen') return lap
    if (watch.isOver?.())
      return { kind: 'deadline', said: soFar.said, memory: soFar.memory, unansweredSince: null }
    const past = { lookMs, rhythmMs, isNudged: lap.kind === 'nudged', wasOneLook: pace.nudged }
    next = paceAfter(past, now())
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
  let round: Round<Answer, Memory>
  do {
    round = await oneRound(context, watch, { options, pace, before })
  } while (round.lap.kind === 'nudged')
  const { lap, known } = round
  if (lap.kind === 'hopeless') return { ...lap, memory: before.memory }
  if (lap.kind === 'seen') return lap
  const { said, memory } = known
  if (lap.answeredAt !== null) return { kind: 'deadline', said, memory, unansweredSince: null }
  const clock = since.slice(0, 16).replace('T', ' ')
  return {
    kind: 'deadline',
    said: `nobody could look since ${clock} UTC (${said})`,
    memory,
    unansweredSince: since,
  }
}

/** How one lap is run, and what was known before it. */
interface Start<Memory> {
  readonly options: ActivityOptions
  readonly pace: Pace
  readonly before: SoFar<Memory>
}

/** A lap that is over, and what the wait knows after it. */
interface Round<Answer, Memory> {
  readonly lap: LapEnd<Answer, Memory>
  readonly known: SoFar<Memory>
}

/** Runs one lap, and hears what its looks tell meanwhile: a lap that is nudged away leaves that. */
async function oneRound<Answer, Memory>(
  context: Waiting,
  watch: Watch<Answer, Memory>,
  { options, pace, before }: Start<Memory>,
): Promise<Round<Answer, Memory>> {
  let known = before
  const opened = context.hearing?.begin(watch.stage, (news) => {
    const { said, at, unansweredSince } = news
    known = { ...known, said, answeredAt: unansweredSince === null ? at : known.answeredAt }
    show(context, watch, news)
  })
  let last: HeardInLap | null = null
  try {
    const told = opened === undefined ? pace : { ...pace, telling: opened.telling }
    const lap = await oneLap(context.nudge, () => watch.lap(options, told, before.memory))
    if (lap.kind === 'not-yet') last = lap.heard
    return { lap, known: after(context, watch, known, lap) }
  } finally {
    opened?.end(last)
  }
}

/** What a wait knows after one more lap. */
function after<Answer, Memory>(
  context: Waiting,
  watch: Watch<Answer, Memory>,
  before: SoFar<Memory>,
  lap: LapEnd<Answer, Memory>,
): SoFar<Memory> {
  if (lap.kind === 'nudged' || lap.kind === 'hopeless') return before
  const at = new Date(now()).toISOString()
  const { said } = lap
  const { unansweredSince, late } = (lap.kind === 'not-yet' && lap.heard) || {
    unansweredSince: null,
    late: null,
  }
  if (said !== null) show(context, watch, { said, at, unansweredSince, late })
  if (lap.kind === 'seen') return { ...before, said: lap.said }
  const memory = lap.memory ?? before.memory
  if (memory !== null) watch.note?.(memory)
  return { said: said ?? before.said, memory, answeredAt: lap.answeredAt ?? before.answeredAt }
}

function show<Answer, Memory>(
  { recorder }: Waiting,
  watch: Watch<Answer, Memory>,
  answer: StageAnswer,
): void {
  if (watch.heard === undefined) recorder.heard(watch.stage, answer)
  else watch.heard(answer)
}
