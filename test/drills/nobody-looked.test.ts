import { setTimeout as sleep } from 'node:timers/promises'
import { describe, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { green } from '../../lab/scenarios/green.ts'
import type { Minute } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { playRawhide, stageReached } from '../night/play.ts'
import { bringTo, endSlowNight, slow } from '../night/slow-night.ts'
import { setStage, withWorker } from '../night/stage.ts'
import type { StagePatience } from '../../workflows/patience.ts'
import { productsOf } from '../night/products.ts'
import { soon } from '../night/unhurried.ts'
import { parseReport } from '../../report/report-schema.ts'

/** No clock of a test comes here by running. */
const never: Minute = 100_000

/** A deadline that comes after the workers left, however busy the machine is. */
const afterThem: StagePatience = { ...soon, deadlineMs: 60_000 }

/** The lab's minute at which a night stays in a stage. */
const away = [
  { stage: 'find', minute: 5, date: '2027-02-11' },
  { stage: 'complete', minute: 200, date: '2027-02-12' },
  { stage: 'await', minute: 420, date: '2027-02-13' },
] as const

describe.concurrent('a night that nobody could look at until its deadline', () => {
  test.for(away)(
    'in the stage $stage, as the workers were away, looks once more and tests its compose',
    async ({ stage: name, minute, date }, { expect }) => {
      await using stage = await setStage(green, date)
      const { client, clock, settings } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const patience = { ...settings.patience, [name]: afterThem }
      const night = { stream: 'rawhide', date } as const
      await withWorker(stage, async () => {
        await startNight(client, { night, patience, taskQueue: settings.task_queue })
        clock.begin(minute)
        await stageReached(stage, workflowId, name)
      })
      await sleep(afterThem.deadlineMs + 1000)
      clock.begin()
      clock.skipTo(never)

      const result = await withWorker(stage, () => awaitNight(client, workflowId))

      expect(result).toMatchObject({ outcome: 'tested', verdict: 'passed' })
      expect(stage.lab.inbox.mails()).toHaveLength(1)
    },
  )

  test('in the stage find, as the compose tree did not answer, is unknown and not absent', async ({
    expect,
  }) => {
    const silent = { service: 'tree', from: 0, until: never, how: '503' } as const
    await using stage = await setStage({ ...green, name: 'silent', disturbances: [silent] }, '2027-02-14')

    const result = await playRawhide(stage, { find: soon })

    expect(result).toMatchObject({ outcome: 'unobserved', verdict: 'unknown', compose: null })
    expect(result.subject).toMatch(
      /^\[Rawhide\] 2027-02-14 UNKNOWN: nobody could look since \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    )
    const [mail] = stage.lab.inbox.mails()
    expect(mail?.text).toMatch(
      /^Whether Rawhide is broken is NOT KNOWN: nobody could look for a compose\ssince/,
    )
  })

  test('in the stage complete, as the compose tree did not answer, is unknown and not unfinished', async ({
    expect,
  }) => {
    const silent = { service: 'tree', from: 60, until: never, how: 'reset' } as const
    const date = '2027-02-15'
    await using stage = await setStage({ ...green, name: 'silenced', disturbances: [silent] }, date)
    const { client, clock, settings } = stage
    const night = { stream: 'rawhide', date } as const
    const patience = { ...settings.patience, complete: soon }

    const result = await withWorker(stage, async () => {
      const { workflowId } = await startNight(client, { night, patience, taskQueue: settings.task_queue })
      clock.begin(30)
      await stageReached(stage, workflowId, 'complete')
      clock.begin()
      return await awaitNight(client, workflowId)
    })

    expect(result).toMatchObject({ outcome: 'unobserved', verdict: 'unknown' })
    expect(result.subject).toMatch(/^\[Rawhide\] 20270215\.n\.0 UNKNOWN: nobody could look since /)
  })

  test('in the stage schedule, as the workers were away while openQA was, makes each post at most once, and says which it did not make', async ({
    expect,
  }) => {
    const date = '2027-02-16'
    await using stage = await setStage({ ...slow, name: 'slow-and-away' }, date)
    const { client, settings, lab } = stage
    const workflowId = nightId({ stream: 'rawhide', date })
    const patience = { ...settings.patience, schedule: afterThem, await: soon, watch: soon }
    const night = { stream: 'rawhide', date } as const
    await withWorker(stage, async () => {
      await startNight(client, { night, patience, taskQueue: settings.task_queue })
      await bringTo(stage, workflowId, 'schedule')
    })
    await sleep(afterThem.deadlineMs + 1000)

    const result = await withWorker(stage, () => endSlowNight(stage, workflowId))

    const posted = productsOf(lab)
    expect(posted).toEqual([...new Set(posted)])
    expect(lab.inbox.mails().map(({ subject }) => subject)).toContain(result.subject)
    const report = parseReport((await stage.archive.reportOf(workflowId)) ?? '')
    expect(report.posts.done + report.posts.unknown.length).toBe(10)
    expect(report.posts.done).toBe(posted.length)
  })
})
