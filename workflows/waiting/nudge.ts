import { defineSignal, setHandler } from '@temporalio/workflow'

/** Tells a night that something changed: it looks at once. A nudge can only shorten a wait. */
export const composeChanged = defineSignal('composeChanged')

/** Lets waits listen to the signal `composeChanged` and to orders. */
export interface Nudge {
  /** Calls `hear` at each nudge; returns a function that stops this. A nudge is lost if nobody listens. */
  listen(hear: () => void): () => void
  /** Ends the lap that is under way: the night looks at once. */
  give(): void
}

/** Registers the signal's handler. */
export function takeNudges(): Nudge {
  const hearers = new Set<() => void>()
  const give = () => hearers.forEach((hear) => hear())
  setHandler(composeChanged, give, {
    description: 'Something changed: look again now, not only at the next poll.',
  })
  return {
    give,
    listen(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}
