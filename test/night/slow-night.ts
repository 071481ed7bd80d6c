import type { LabScenario, Minute } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import type { StageName } from '../../workflows/stage.ts'

/** No clock of a test comes here by running. */
export const never: Minute = 100_000

/** A night in which every stage waits for something that only comes when the clock goes on. */
export const slow: LabScenario = {
  name: 'slow',
  title: 'each stage waits for something',
  branched: 44,
  nights: [
    night('rawhide', {
      ...compose({ jobs: [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }] }),
      appears: 60,
    }),
  ],
  disturbances: [
    { service: 'openqa', from: 380, until: 470, how: '503' },
    { service: 'smtp', from: 0, until: never, how: '503' },
  ],
  expects: { rawhide: 'failed', branched: 'absent' },
}

/** The minute at which that night stays in a stage, for as long as the clock stands still there. */
export const staysAt: Readonly<Record<StageName, Minute>> = {
  find: 30,
  complete: 300,
  schedule: 400,
  await: 480,
  report: never,
}
