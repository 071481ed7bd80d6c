import type { Minute } from './script.ts'

/** The lab's time runs faster than real time: a night of hours takes seconds. */
export interface LabClock {
  /** Minutes of lab time since the start. */
  now(): Minute
  /** Lab minutes in real milliseconds. */
  realMs(minutes: Minute): number
}

/** A clock that stays at minute 0 until `begin`, so that the set-up of a lab takes no lab time. */
export interface NightClock extends LabClock {
  begin(): void
  /** Acts at a minute; returns a function that cancels it. */
  at(minute: Minute, act: () => void): () => void
}

/** A clock that starts at `begin` and runs `scale` times as fast as real time. */
export function nightClock(scale: number): NightClock {
  let beganAt: number | null = null
  const waiting = new Set<() => void>()
  const realMs = (minutes: Minute) => (minutes * 60_000) / scale
  const now = () => (beganAt === null ? 0 : ((performance.now() - beganAt) * scale) / 60_000)
  return {
    now,
    realMs,
    begin() {
      beganAt ??= performance.now()
      waiting.forEach((wind) => wind())
      waiting.clear()
    },
    at(minute, act) {
      let timer: NodeJS.Timeout | undefined
      const wind = () => {
        timer = setTimeout(act, Math.max(0, realMs(minute - now())))
      }
      if (beganAt === null) waiting.add(wind)
      else wind()
      return () => {
        waiting.delete(wind)
        clearTimeout(timer)
      }
    },
  }
}
