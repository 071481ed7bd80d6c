import { nightClock, type LabClock } from '../../lab/clock.ts'

/** A clock of the lab that starts now and runs `scale` times as fast as the wall's. */
export function runningClock(scale: number): LabClock {
  const clock = nightClock(scale)
  clock.begin()
  return clock
}
