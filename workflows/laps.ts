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
 * How a wait ended: with an answer, at its deadline, or `hopeless` because no answer can come. `memory` comes
 * from the last look that had one.
 */
export type Wait<Answer, Memory> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | { readonly kind: 'deadline' | 'hopeless'; readonly said: string; readonly memory: Memory | null }

/** One wait of a stage: what it looks at, and how often. */
export interface Watch<Answer, Memory> {
  readonly stage: StageName
  readonly patience: StagePatience
  /** Runs one lap of looks. `memory` comes from the last look of the lap before. */
  readonly lap: (options: ActivityOptions, pace: Pace, memory: Memory | null) => Promise<Look<Answer, Memory>>
  /** Called after each lap with the memory of its last look. */
  readonly note?: (memory: Memory) => void
}

/**
 * Looks in laps until there is an answer or the stage's deadline passes. It updates the recorder after each
 * lap. A nudge ends a lap at once, also between two looks.
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
    // With less time left, the next lap would end before its first look.
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

/** The result of a failed lap: "hopeless" if its failure is not retryable, else "not yet". */
function afterFailure(error: unknown): Broken {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error
  const { cause } = error
  if (cause instanceof ApplicationFailure && cause.nonRetryable === true)
    return { kind: 'hopeless', said: cause.message }
  return { kind: 'not-yet', said: lastWords(error), memory: null }
}

/** The message of the last look before a timeout; null if there is only Temporal's own timeout message. */
function lastWords({ cause }: Error): string | null {
  if (cause instanceof ApplicationFailure) return cause.message
  return cause instanceof Error ? lastWords(cause) : null
}
