import type { ActivityOptions } from '@temporalio/workflow'
import type { Patience, StagePatience } from './patience.ts'

/** How far a stage's wait has come, and how long it may still go on, in milliseconds. */
export interface Waited {
  readonly soFarMs: number
  readonly leftMs: number
}

/**
 * How long a lap of looks lasts: twice as long as the wait did so far, so that a short wait is written down often and a
 * long one costs little history.
 */
export function lapMs({ lapMs: longest, lookMs }: StagePatience, { soFarMs, leftMs }: Waited): number {
  const lap = Math.min(Math.max(2 * soFarMs, longest / 8, 3 * lookMs), longest)
  return Math.min(lap, Math.max(leftMs, lookMs))
}

/** A lap: one activity that is tried again every `lookMs`, and that itself sees to it that its last look answers. */
export function lapOptions({ callMs }: Patience, stage: StagePatience, waited: Waited): ActivityOptions {
  const { lookMs } = stage
  return {
    scheduleToCloseTimeout: lapMs(stage, waited),
    startToCloseTimeout: callMs,
    // A look remembers in its heartbeat what the next one must know; it beats once.
    heartbeatTimeout: callMs,
    // A look that says "not yet" names its own next time; this holds for those that broke.
    retry: { initialInterval: lookMs, backoffCoefficient: 1, maximumInterval: lookMs },
  }
}

/** An outward act of which nobody may assume that it did nothing: tried once, and reconciled by looking. */
export function onceOptions({ actMs }: Patience): ActivityOptions {
  return { startToCloseTimeout: actMs, retry: { maximumAttempts: 1 } }
}

/** A call that may be repeated freely, for as long as its stage has. */
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

/** The delivery of a report: the same mail again until a mail server takes it. */
export function deliveryOptions({ actMs, deliverMs, schedule }: Patience): ActivityOptions {
  return {
    scheduleToCloseTimeout: deliverMs,
    startToCloseTimeout: actMs,
    retry: { initialInterval: schedule.lookMs, backoffCoefficient: 2, maximumInterval: 10 * schedule.lookMs },
  }
}
