import { defineSignal, setHandler } from '@temporalio/workflow'

/** Something changed outside: look now. It only ever shortens a wait. */
export const composeChanged = defineSignal('composeChanged')

/** The signal `composeChanged`, as waits listen to it. */
export interface Nudge {
  /** Calls back at the next nudge; answers how to stop listening. One that comes while nobody listens is forgotten. */
  listen(hear: () => void): () => void
}

/** Starts to take nudges. */
export function takeNudges(): Nudge {
  const hearers = new Set<() => void>()
  setHandler(composeChanged, () => hearers.forEach((hear) => hear()), {
    description: 'Something changed outside: look again now instead of at the next time.',
  })
  return {
    listen(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}
