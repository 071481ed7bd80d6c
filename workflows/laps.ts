import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  type ActivityOptions,
} from '@temporalio/workflow'
import type { Look, Pace } from '../activities/look.ts'
import type { NightContext } from './night-context.ts'
import { now } from './now.ts'
import { lapOptions } from './options.ts'
import type { StagePatience } from './patience.ts'
import type { StageName } from './stage.ts'

/**
 * How a wait ended: with its answer, at its deadline, or because it can never have one.
 * `memory` is that of the last look that left one.
 */
export type Wait<Answer, Memory> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | { readonly kind: 'deadline' | 'hopeless'; readonly said: string; readonly memory: Memory | null }

/** One wait of a stage: which looks, how far apart, until when. */
export interface Watch<Answer, Memory> {
  readonly stage: StageName
  readonly patience: StagePatience
  /** Runs one lap of looks; `memory` is that of the last look of the lap before. */
  readonly lap: (options: ActivityOptions, pace: Pace, memory: Memory | null) => Promise<Look<Answer, Memory>>
  /** Takes note of what a lap's last look remembers. */
  readonly note?: (memory: Memory) => void
}

/**
 * Looks in laps until there is an answer or the stage's deadline is here. Between two laps the recorder is written, and a
 * nudge ends a lap at once, also while it waits for its next try.
 */
export async function lookUntil<Answer, Memory>(
  context: NightContext,
  watch: Watch<Answer, Memory>,
): Promise<Wait<Answer, Memory>> {
  const { recorder, input, nudge } = context
  const { lookMs } = watch.patience
  const beganAt = now()
  let memory: Memory | null = null
  let said = 'nothing was heard'
  let pace: Pace = { lookMs, notBefore: null, nudged: false }
  do {
    const waited = { soFarMs: now() - beganAt, leftMs: recorder.leftMs(watch.stage) }
    const options = lapOptions(input.patience, watch.patience, waited)
    const look = await oneLap(nudge, () => watch.lap(options, pace, memory))
    if (look.kind === 'hopeless') return { ...look, memory }
    pace = paceAfter(look.kind === 'nudged', lookMs)
    if (look.kind === 'nudged') continue
    said = look.said ?? said
    recorder.heard(watch.stage, said)
    if (look.kind === 'seen') return look
    memory = look.memory ?? memory
    if (memory !== null) watch.note?.(memory)
    // With less time left than this the next lap would end before its first look.
  } while (recorder.leftMs(watch.stage) > 2 * lookMs)
  return { kind: 'deadline', said, memory }
}

function paceAfter(nudged: boolean, lookMs: number): Pace {
  return { lookMs, notBefore: nudged ? null : new Date(now() + lookMs).toISOString(), nudged }
}

type Broken =
  | { readonly kind: 'not-yet'; readonly said: string | null; readonly memory: null }
  | { readonly kind: 'hopeless'; readonly said: string }

type Lap<Answer, Memory> = Look<Answer, Memory> | Broken | { readonly kind: 'nudged' }

async function oneLap<Answer, Memory>(
  nudge: NightContext['nudge'],
  lap: () => Promise<Look<Answer, Memory>>,
): Promise<Lap<Answer, Memory>> {
  const scope = new CancellationScope()
  let nudged = false
  const unlisten = nudge.listen(() => {
    nudged = true
    scope.cancel()
  })
  try {
    return await scope.run(lap)
  } catch (error) {
    if (isCancellation(error) && nudged) return { kind: 'nudged' }
    return afterFailure(error)
  } finally {
    unlisten()
  }
}

/** A lap that broke: what can be asked again is "not yet", what cannot is hopeless, what is not an activity's is thrown on. */
function afterFailure(error: unknown): Broken {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error
  const { cause } = error
  if (cause instanceof ApplicationFailure && cause.nonRetryable === true)
    return { kind: 'hopeless', said: cause.message }
  return { kind: 'not-yet', said: lastWords(error), memory: null }
}

/** What the look before a time-out said; null where only Temporal speaks, of its own time limits. */
function lastWords({ cause }: Error): string | null {
  if (cause instanceof ApplicationFailure) return cause.message
  return cause instanceof Error ? lastWords(cause) : null
}
