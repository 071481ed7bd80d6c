import type { Minute } from './script.ts'

/** The lab's time: real time, stretched, so that a night of hours takes seconds. */
export interface LabClock {
  /** Minutes of lab time since the start. */
  now(): Minute
  /** Real milliseconds that a stretch of lab minutes takes. */
  realMs(minutes: Minute): number
}

/** A clock that stands still at minute 0 until it is begun, so that a lab can be set up without haste. */
export interface NightClock extends LabClock {
  begin(): void
  /** Does something at a minute; answers how to call it off. */
  at(minute: Minute, act: () => void): () => void
}

/** A clock that is begun later, and runs `scale` times as fast as the wall's. */
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
