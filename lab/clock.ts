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
  /** Acts at a minute, after all that is due before it; returns a function that cancels it. */
  at(minute: Minute, act: () => void): () => void
}

interface Alarm {
  readonly minute: Minute
  readonly act: () => void
}

/** A clock that starts at `begin` and runs `scale` times as fast as real time. */
export function nightClock(scale: number): NightClock {
  let begun = { at: performance.now(), minute: 0, until: 0 }
  let timer: NodeJS.Timeout | undefined
  const alarms: Alarm[] = []
  const realMs = (minutes: Minute) => (minutes * 60_000) / scale
  const now = () => Math.min(begun.minute + ((performance.now() - begun.at) * scale) / 60_000, begun.until)
  // One timer for all: where the process is late, several timers would ring in any order.
  const wind = () => {
    clearTimeout(timer)
    const [next] = alarms
    if (next === undefined || next.minute > begun.until) return
    timer = setTimeout(ring, Math.max(0, realMs(next.minute - now())))
  }
  const ring = () => {
    for (let [next] = alarms; next !== undefined && next.minute <= now(); [next] = alarms) {
      alarms.shift()
      next.act()
    }
    wind()
  }
  return {
    now,
    realMs,
    begin(until = Infinity) {
      const minute = now()
      begun = { at: performance.now(), minute, until: Math.max(minute, until) }
      wind()
    },
    skipTo(minute) {
      begun = { ...begun, at: performance.now(), minute: Math.max(now(), minute) }
      wind()
    },
    at(minute, act) {
      const remove = insert(alarms, { minute, act })
      wind()
      return remove
    },
  }
}

/** Inserts an alarm after all that are due before it; returns a function that removes it. */
function insert(alarms: Alarm[], alarm: Alarm): () => void {
  const later = alarms.findIndex(({ minute }) => minute > alarm.minute)
  alarms.splice(later === -1 ? alarms.length : later, 0, alarm)
  return () => {
    const place = alarms.indexOf(alarm)
    if (place !== -1) alarms.splice(place, 1)
  }
}
