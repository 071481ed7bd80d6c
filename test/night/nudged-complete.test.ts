import { expect, test } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { compose } from '../../lab/usual.ts'
import { startNight } from '../../workers/start-night.ts'
import { composeChanged } from '../../workflows/waiting/nudge.ts'
import { briefly } from './brief.ts'
import { stageReached } from './play.ts'
import { setStage, withWorker, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

const lookMs = 40_000

const patience = { ...unhurried, complete: { ...unhurried.complete, lap: '10 min', look: '40 s' } }

/** Starts a night of which the first look in `complete` is over. */
async function lookedOnce(stage: Stage) {
  const { client, settings, date } = stage
  const { task_queue: taskQueue } = settings
  const night = { stream: 'rawhide', date }
  const { workflowId } = await startNight(client, { night, patience: settings.patience, taskQueue })
  await stageReached(stage, workflowId, 'complete')
  const beganAt = performance.now()
  const handle = client.workflow.getHandle(workflowId)
  await expect
    .poll(async () => JSON.stringify((await handle.describe()).raw), { timeout: 60_000 })
    .toContain('next look in 40 s')
  return {
    nudge: () => handle.signal(composeChanged),
    /** Milliseconds from the first look to the end of the stage. */
    async completed() {
      await stageReached(stage, workflowId, 'schedule')
      return performance.now() - beganAt
    },
  }
}

/** Looks less than half an interval apart count as one. */
const apart = () => sleep(lookMs / 2 + 1000)

test('two looks that messages brought about agree: the night is complete before its next polls', async () => {
  await using stage = await setStage(briefly('nudged', [compose()]), '2027-05-26', { patience })
  const { clock } = stage

  const took = await withWorker(stage, async () => {
    clock.begin(40)
    const night = await lookedOnce(stage)
    clock.begin(400)
    await expect.poll(() => clock.now(), { timeout: 20_000 }).toBe(400)
    await night.nudge()
    await apart()
    await night.nudge()
    return await night.completed()
  })

  expect(took).toBeLessThan(2 * lookMs)
})

test('a message after the first look that saw it complete makes no night later', async () => {
  await using stage = await setStage(briefly('nudged-late', [compose()]), '2027-05-27', { patience })
  const { clock } = stage

  const took = await withWorker(stage, async () => {
    clock.begin(400)
    await expect.poll(() => clock.now(), { timeout: 20_000 }).toBe(400)
    const night = await lookedOnce(stage)
    await apart()
    await night.nudge()
    return await night.completed()
  })

  // Polling takes one interval. A message that makes the looks begin anew takes one and a half.
  expect(took).toBeLessThan(1.4 * lookMs)
})
