import { now } from '../now.ts'
import type { Patience } from '../patience.ts'
import type { Waiting } from './laps.ts'
import { takeNudges } from './nudge.ts'

/** What a workflow waits with that is no night: until a moment, and nobody is told what its looks hear. */
export function waitUntil(until: number, patience: Patience): Waiting {
  return {
    input: { patience },
    nudge: takeNudges(),
    hearing: null,
    recorder: { leftMs: () => until - now(), heard: () => undefined },
  }
}
