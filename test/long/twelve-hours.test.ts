import { expect, test } from 'vitest'
import type { LookKey } from '../../activities/lap/news.ts'
import { lapActivity, type Lap } from '../../activities/lap/lap-activity.ts'
import type { Look, Pace } from '../../activities/looks/look.ts'
import type { Night } from '../../compose/naming/night.ts'
import { createNightWorkers } from '../../workers/process/night-workers.ts'
import { connectWorker } from '../../workers/temporal/temporal.ts'
import { patience as usual, type Patience, type StagePatience } from '../../workflows/patience.ts'
import { nightly } from '../../workflows/nightly.ts'
import { briefCompose, briefly } from '../night/brief.ts'
import { setStage, workflowBundle } from '../night/stage.ts'
import { followScript } from '../replay/scripted-activities.ts'
import { compose, endedJobs } from '../replay/usual-answers.ts'

/** How much faster than on a real night time passes. */
const faster = 400

const night: Night = { stream: 'rawhide', date: '2026-05-10' }

/** A stage's patience with the real Fedora, at this speed. */
function hurried({ deadlineMs, lapMs, lookMs }: StagePatience): StagePatience {
  return { deadlineMs: deadlineMs / faster, lapMs: lapMs / faster, lookMs: lookMs / faster }
}

const patience: Patience = {
  ...usual,
  find: hurried(usual.find),
  complete: hurried(usual.complete),
  schedule: hurried(usual.schedule),
  await: hurried(usual.await),
  callMs: 20_000,
}

const posts = Array.from({ length: 16 }, (_, nth) => ({ flavor: `flavor-${nth}` }))

/** The hours of a night after which its stages are over. */
const overAfter = { find: 0.2, complete: 7.5, await: 12 }

test('a night of twelve hours in which every look hears something that matters has at most 220 events', async () => {
  await using stage = await setStage(briefly('twelve-hours', [briefCompose()]), '2026-06-21')
  const { archive, client, place } = stage
  const beganAt = Date.now()
  const hours = () => ((Date.now() - beganAt) * faster) / 3_600_000
  const tools = { archive, dueOf: () => '2026-05-10T05:15:00.000Z' }
  let looks = 0
  const look = <Answer>(name: keyof typeof overAfter, pace: Pace, answer: Answer): Promise<Look<Answer>> => {
    const lap: Lap = { tools, night, stage: name, pace }
    return lapActivity<Answer, null>(lap, null, async () => {
      looks++
      const told: LookKey = { key: `new ${looks}`, step: looks }
      if (hours() < overAfter[name])
        return { kind: 'not-yet', said: `${name}: ${looks} looks`, memory: null, told }
      return { kind: 'seen', answer, said: `${name} is over` }
    })
  }
  const { activities } = followScript(
    { posts },
    { signal: never, tell: never, cancel: never, closed: never(), order: never },
  )
  const taskQueue = 'twelve-hours'
  const connection = await connectWorker(place)
  const worker = await createNightWorkers({
    connection,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: {
      ...activities,
      observeCompose: ({ pace }: { pace: Pace }) => look('find', pace, { compose }),
      observeCompletion: ({ pace }: { pace: Pace }) =>
        look('complete', pace, { kind: 'complete', status: 'FINISHED' }),
      observeJobs: ({ pace }: { pace: Pace }) => look('await', pace, endedJobs()),
    },
  })
  const workflowId = 'twelve-hours'

  await worker.runUntil(
    client.workflow.execute<typeof nightly>('nightly', {
      workflowId,
      taskQueue,
      args: [{ night, patience }],
    }),
  )
  await connection.close()

  const history = await client.workflow.getHandle(workflowId).fetchHistory()
  const { events = [] } = history
  const signals = (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes)
  // On a busy machine there are fewer looks.
  expect(signals.length).toBeGreaterThan(10)
  expect(signals.length).toBeLessThanOrEqual(20)
  expect(events?.length).toBeLessThanOrEqual(220)
})

function never(): Promise<void> {
  return new Promise(() => {})
}
