import { WorkflowUpdateFailedError } from '@temporalio/client'
import { describe, expect, test } from 'vitest'
import { startNight } from '../../workers/start-night.ts'
import { awaitReport } from '../../workers/await-night.ts'
import { updates } from '../../workflows/orders/updates.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import { everyOrder, type OrderTitle } from '../workflows/orders/every-order.ts'
import { stageReached } from './play.ts'
import { bringTo, slow } from './slow-night.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

/** A stage in which a night stays, the orders that it takes there, and how it ends once it is finished. */
interface StageCase {
  readonly name: 'find' | 'complete' | 'schedule' | 'await'
  readonly takes: readonly OrderTitle[]
  readonly ends: NightOutcome | 'goes on'
  readonly day: number
}

const cases: readonly StageCase[] = [
  { name: 'find', takes: ['accept koji', 'extend', 'look'], ends: 'unfinished-compose', day: 1 },
  { name: 'complete', takes: ['extend', 'look'], ends: 'unfinished-compose', day: 2 },
  { name: 'schedule', takes: ['extend', 'look'], ends: 'goes on', day: 3 },
  { name: 'await', takes: ['extend', 'look'], ends: 'unfinished-tests', day: 4 },
]

/** Orders that do not end the stage, so that the next one meets the night in it, too. */
const harmless: readonly OrderTitle[] = [
  'rerun',
  'rerun --all',
  'rerun --from find',
  'rerun --from await',
  'accept test',
  'accept unknown',
  'extend',
  'look',
]

async function begin(stage: Stage, name: StageCase['name']): Promise<string> {
  const { client, settings, date } = stage
  const night = { stream: 'rawhide', date } as const
  const { patience, task_queue: taskQueue } = settings
  const { workflowId } = await startNight(client, { night, patience, taskQueue })
  await bringTo(stage, workflowId, name)
  return workflowId
}

/** What the night answers: that it takes the order, or why it does not. */
async function give({ client }: Stage, workflowId: string, title: OrderTitle): Promise<string> {
  const { name, request } = everyOrder[title]
  try {
    await client.workflow.getHandle(workflowId).executeUpdate(updates[name], { args: [request] })
    return 'taken'
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error
    return error.cause?.message ?? ''
  }
}

/** The orders that are in a night's history. A refused one costs no event, or a workflow task at most. */
async function ordersOf({ client }: Stage, workflowId: string): Promise<readonly string[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  return (events ?? []).flatMap((event) => {
    const name = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name
    return name ? [name] : []
  })
}

/** How a night ends of which a stage was finished; that of posts goes on to their jobs. */
async function endOf(stage: Stage, workflowId: string, { name }: StageCase): Promise<StageCase['ends']> {
  if (name === 'schedule') {
    await stageReached(stage, workflowId, 'await')
    return 'goes on'
  }
  const { outcome } = await awaitReport(stage.client, workflowId)
  if (outcome === 'covered') throw new Error('another run has its compose')
  return outcome
}

describe.concurrent('a night in a stage', () => {
  test.each(cases)(
    '$name takes the orders that fit, refuses others at no cost, and can be finished',
    async (at) => {
      await using stage = await setStage(slow, `2028-01-${String(at.day).padStart(2, '0')}`)
      await withWorker(stage, async () => {
        const id = await begin(stage, at.name)

        for (const title of harmless.filter((each) => !at.takes.includes(each))) {
          expect(await give(stage, id, title)).toMatch(/it is in |nothing is reported/)
        }
        expect(await ordersOf(stage, id)).toEqual([])
        for (const title of at.takes) expect(await give(stage, id, title)).toBe('taken')
        expect(await give(stage, id, 'finish')).toBe('taken')

        expect(await endOf(stage, id, at)).toBe(at.ends)
      })
    },
  )

  test.each(cases)('$name is stopped by an order, and reports that it was', async ({ name, day }) => {
    await using stage = await setStage(slow, `2028-02-${String(day).padStart(2, '0')}`)
    await withWorker(stage, async () => {
      const id = await begin(stage, name)

      expect(await give(stage, id, 'cancel')).toBe('taken')

      const result = await awaitReport(stage.client, id)
      expect(result).toMatchObject({ outcome: 'cancelled', verdict: 'cancelled', edition: 1 })
      const json = await stage.archive.reportOf(id)
      expect(json).toContain('openQA moves')
    })
  })
})
