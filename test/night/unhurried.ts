import type { Patience, StagePatience } from '../../workflows/patience.ts'

const minute = 60_000

/** A stage that no load makes give up, and that looks often. A look may take as long as the shortest lap. */
export const unhurriedStage: StagePatience = { deadlineMs: 30 * minute, lapMs: 2 * minute, lookMs: 700 }

/**
 * Limits that only end what hangs: no load makes a night reach them. What is to be given up is the test's to
 * name.
 */
export function unhurried(usual: Patience): Patience {
  return {
    ...usual,
    find: unhurriedStage,
    complete: unhurriedStage,
    schedule: unhurriedStage,
    await: unhurriedStage,
    callMs: minute,
    actMs: 1.5 * minute,
    deliverMs: 30 * minute,
  }
}

/** The limits of single calls, in the words of the configuration. */
export const unhurriedCalls = { call: '60 s', act: '90 s' }

/** A deadline that a night is to end at: nothing but looks in vain comes before it. */
export const soon: StagePatience = { deadlineMs: 10_000, lapMs: 6000, lookMs: 700 }
