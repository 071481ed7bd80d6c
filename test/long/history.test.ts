import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { startNight } from '../../workers/start-night.ts'
import { lapMs } from '../../workflows/options.ts'
import { patience as usual } from '../../workflows/patience.ts'
import { setStage, withWorker, type Stage } from '../night/stage.ts'

const hour = 3_600_000

/** A compose that takes some twenty-five seconds to finish. */
const long: LabScenario = {
  name: 'long',
  title: 'a compose that is waited for in many laps',
  branched: 44,
  nights: [
    night('rawhide', {
      ...compose({ later: 650 }),
      appears: 0,
      statuses: [
        { at: 0, status: 'STARTED' },
        { at: 950, status: 'FINISHED' },
      ],
    }),
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'absent' },
}

/** Five laps stand for twelve hours, however many looks are in them: see the test below. */
async function playAndMeasure(stage: Stage) {
  const { client, settings, date, clock } = stage
  const workflowId = nightId({ stream: 'rawhide', date })
  const handle = client.workflow.getHandle(workflowId)
  const { complete: usualWait } = settings.patience
  const patience = { ...settings.patience, complete: { ...usualWait, lapMs: 9000 } }
  return await withWorker(stage, async () => {
    await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue: settings.task_queue })
    clock.begin()
    expect(await handle.result()).toMatchObject({ verdict: 'passed' })
    const { historyLength, historySize = 0 } = await handle.describe()
    const { events } = await handle.fetchHistory()
    return { events: historyLength, bytes: historySize, ...countLooks(events ?? []) }
  })
}

type Events = NonNullable<
  Awaited<ReturnType<ReturnType<Stage['client']['workflow']['getHandle']>['fetchHistory']>>['events']
>

function countLooks(events: Events) {
  const laps = events.filter((event) => {
    return event.activityTaskScheduledEventAttributes?.activityType?.name === 'observeCompletion'
  })
  const looks = laps.map(({ eventId }) => {
    const start = events.find(({ activityTaskStartedEventAttributes: started }) => {
      return started?.scheduledEventId?.toString() === eventId?.toString()
    })
    return start?.activityTaskStartedEventAttributes?.attempt ?? 0
  })
  const payloads = [...JSON.stringify(events).matchAll(/"data":"([^"]*)"/g)].map(
    ([, data = '']) => data.length,
  )
  return {
    laps: laps.length,
    looks: looks.reduce((sum, count) => sum + count, 0),
    largestPayload: Math.max(...payloads),
  }
}

test('a night of a twelve-hour wait and 161 jobs takes at most 220 events, 120 KB, and 64 KB a payload', async () => {
  await using stage = await setStage(long, '2026-08-10', { arches: ['x86_64', 'aarch64'], speed: 40 })

  const measured = await playAndMeasure(stage)

  const jobs = stage.lab.openqa.jobs().length
  console.log(`history: ${JSON.stringify(measured)}, ${jobs} jobs`)
  expect(jobs).toBeGreaterThanOrEqual(150)
  // A busy machine fits fewer laps into the same wait: five are counted, as the test below says.
  const events = measured.events + 6 * (5 - measured.laps)
  expect(measured.laps).toBeGreaterThanOrEqual(3)
  expect(measured.looks).toBeGreaterThanOrEqual(2 * measured.laps)
  // A quiet machine has 174 events. On a busy one, answers to posts arrive apart, in three events each.
  expect(events).toBeLessThanOrEqual(220)
  expect(measured.bytes).toBeLessThanOrEqual(120 * 1024)
  expect(measured.largestPayload).toBeLessThan(64 * 1024)
})

test('a wait of twelve hours is five laps with the real Fedora', () => {
  let soFarMs = 0
  let laps = 0
  for (; soFarMs < 12 * hour; laps++)
    soFarMs += lapMs(usual.complete, { soFarMs, leftMs: 14 * hour - soFarMs })

  expect(laps).toBe(5)
})
