import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from './stage.ts'

/**
 * Lets a clock that stands run a little at a time, for as long as jobs do, until something has ended: what
 * the script has for later does not begin before it, however slow the machine is.
 */
export async function whileJobsRun<Ended>({ clock, lab }: Stage, until: Promise<Ended>): Promise<Ended> {
  const reached = until.then(() => true)
  while (!(await Promise.race([reached, sleep(300, false)])))
    if (lab.openqa.jobs().some(({ state }) => state !== 'done')) clock.begin(clock.now() + 20)
  return await until
}
