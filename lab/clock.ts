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
  /** Lets time run, or lets it run to a minute and stand still there until it is begun again. */
  begin(until?: Minute): void
  /** Puts a clock that runs forward to a minute. */
  skipTo(minute: Minute): void
  /** Acts at a minute; returns a function that cancels it. */
  at(minute: Minute, act: () => void): () => void
}

interface Alarm {
  readonly minute: Minute
  readonly act: () => void
  timer?: NodeJS.Timeout
}

/** A clock that starts at `begin` and runs `scale` times as fast as real time. */
export function nightClock(scale: number): NightClock {
  let begun = { at: performance.now(), minute: 0, until: 0 }
  const alarms = new Set<Alarm>()
  const realMs = (minutes: Minute) => (minutes * 60_000) / scale
  const now = () => Math.min(begun.minute + ((performance.now() - begun.at) * scale) / 60_000, begun.until)
  const wind = (alarm: Alarm) => {
    clearTimeout(alarm.timer)
    if (alarm.minute > begun.until) return
    alarm.timer = setTimeout(ring, Math.max(0, realMs(alarm.minute - now())), alarm)
  }
  const ring = (alarm: Alarm) => {
    // Node's timers may be a millisecond early.
    if (now() < alarm.minute) return wind(alarm)
    alarms.delete(alarm)
    alarm.act()
  }
  return {
    now,
    realMs,
    begin(until = Infinity) {
      const minute = now()
      begun = { at: performance.now(), minute, until: Math.max(minute, until) }
      alarms.forEach(wind)
    },
    skipTo(minute) {
      begun = { ...begun, at: performance.now(), minute: Math.max(now(), minute) }
      alarms.forEach(wind)
    },
    at(minute, act) {
      const alarm: Alarm = { minute, act }
      alarms.add(alarm)
      wind(alarm)
      return () => {
        alarms.delete(alarm)
        clearTimeout(alarm.timer)
      }
    },
  }
}
