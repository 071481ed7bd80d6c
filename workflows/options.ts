import type { ActivityOptions } from '@temporalio/workflow'
import type { Patience, StagePatience } from './patience.ts'

/** The limits of a delivery. */
export type SendPatience = Pick<Patience, 'callMs' | 'sendMs' | 'settleMs' | 'deliverMs' | 'schedule'>

/** How long a wait has lasted, and how long it may still last, in milliseconds. */
export interface Waited {
  readonly soFarMs: number
  readonly leftMs: number
}

/**
 * How long a lap lasts: twice as long as the wait so far, and at least half of the longest. The looks tell
 * the run meanwhile what matters, so a lap need not end for that.
 */
export function lapMs({ lapMs: longest, lookMs }: StagePatience, { soFarMs, leftMs }: Waited): number {
  const lap = Math.min(Math.max(2 * soFarMs, longest / 2, 3 * lookMs), longest)
  return Math.min(lap, Math.max(leftMs, lookMs))
}

/** A lap: one activity that Temporal retries every `lookMs`. It ends itself with its last look. */
export function lapOptions({ callMs }: Patience, stage: StagePatience, waited: Waited): ActivityOptions {
  const { lookMs } = stage
  return {
    scheduleToCloseTimeout: lapMs(stage, waited),
    startToCloseTimeout: callMs,
    // A look sends one heartbeat, with what the next look must know.
    heartbeatTimeout: callMs,
    // A look that says "not yet" sets its own retry delay; this one is for other failures.
    retry: { initialInterval: lookMs, backoffCoefficient: 1, maximumInterval: lookMs },
  }
}

/** The last lap of a stage of which nobody knows how it stands: a few looks, also where each is slow. */
export function lastLapOptions(patience: Patience, stage: StagePatience): ActivityOptions {
  const options = lapOptions(patience, stage, { soFarMs: 0, leftMs: 0 })
  return { ...options, scheduleToCloseTimeout: 5 * stage.lookMs + 2 * patience.callMs }
}

/** An act that may have taken effect even if it failed: tried once, then reconciled by a look. */
export function onceOptions({ actMs }: Patience): ActivityOptions {
  return { startToCloseTimeout: actMs, retry: { maximumAttempts: 1 } }
}

/** One try to send a mail. Its worker gives a sign of life while it waits for the mail server. */
export function sendOptions({ sendMs, callMs }: SendPatience): ActivityOptions {
  return { startToCloseTimeout: sendMs, heartbeatTimeout: callMs, retry: { maximumAttempts: 1 } }
}

/** The pause after so many tries: twice as long each time, and at most ten poll intervals. */
export function growingPauseMs({ lookMs }: StagePatience, tries: number): number {
  return Math.min(lookMs * 2 ** (tries - 1), 10 * lookMs)
}

/** A call that may be retried until its stage's deadline. */
export function repeatableOptions(
  { callMs }: Patience,
  { lookMs }: StagePatience,
  leftMs: number,
): ActivityOptions {
  return {
    scheduleToCloseTimeout: Math.max(leftMs, callMs),
    startToCloseTimeout: callMs,
    retry: { initialInterval: lookMs, backoffCoefficient: 1.5, maximumInterval: 5 * lookMs },
  }
}

/** The archive's chance to take a report late, as long as a delivery lasts. */
export function lateOptions({ callMs, deliverMs, schedule }: Patience): ActivityOptions {
  return {
    scheduleToCloseTimeout: deliverMs,
    startToCloseTimeout: callMs,
    retry: { initialInterval: schedule.lookMs, backoffCoefficient: 2, maximumInterval: 10 * schedule.lookMs },
  }
}
