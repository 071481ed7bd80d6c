import type { Minute } from './script.ts'

/** The lab's time: real time, stretched, so that a night of hours takes seconds. */
export interface LabClock {
  /** Minutes of lab time since the start. */
  now(): Minute
  /** Real milliseconds that a stretch of lab minutes takes. */
  realMs(minutes: Minute): number
}

/** A clock that starts now and runs `scale` times as fast as the wall's. */
export function startClock(scale: number): LabClock {
  const startedAt = performance.now()
  return {
    now: () => ((performance.now() - startedAt) * scale) / 60_000,
    realMs: (minutes) => (minutes * 60_000) / scale,
  }
}
