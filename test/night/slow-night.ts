import type { NightResult } from '../../workflows/night-run.ts'
import type { LabScenario, Minute } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { awaitNight } from '../../workers/await-night.ts'
import type { StageName } from '../../workflows/stage.ts'
import { stageReached } from './play.ts'
import type { Stage } from './stage.ts'

/** No clock of a test comes here by running. */
const never: Minute = 100_000

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
  expects: { rawhide: 'broken', branched: 'absent' },
}

/** The minute at which that night stays in a stage, for as long as the clock stands still there. */
const staysAt: Readonly<Record<StageName, Minute>> = {
  find: 30,
  complete: 300,
  schedule: 400,
  await: 480,
  report: never,
  watch: never,
}

/** Lets the clock of a stage with this night run to its end; answers once the report is delivered. */
export async function endSlowNight(stage: Stage, workflowId: string): Promise<NightResult> {
  const { clock, client } = stage
  clock.begin()
  await stageReached(stage, workflowId, 'report')
  clock.skipTo(never)
  return await awaitNight(client, workflowId)
}

/** Lets the clock run until this night stays in a stage. */
export async function bringTo(stage: Stage, workflowId: string, name: StageName): Promise<void> {
  stage.clock.begin(staysAt[name])
  await stageReached(stage, workflowId, name)
}
