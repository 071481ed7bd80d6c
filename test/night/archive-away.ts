import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import { stageNames, type StageName } from '../../workflows/stage.ts'
import { ownDatabase } from '../archive/own-database.ts'
import { productsOf } from './products.ts'
import { bringTo, endSlowNight, slow } from './slow-night.ts'
import { setStage, withWorker } from './stage.ts'
import { soon } from './unhurried.ts'

/** The stage that a night comes to without an archive; all but these wait for it where they are. */
const goesOnTo: Partial<Record<StageName, StageName>> = { find: 'complete', complete: 'schedule' }

/** Tests that take the archive away in each of some stages, and bring it back when the night has gone on. */
export function archiveAwayInStages(stages: readonly StageName[]): void {
  test.concurrent.each(stages.map((name) => ({ name, date: `2026-10-${10 + stageNames.indexOf(name)}` })))(
    'a night whose archive is away in the stage $name ends in one report and one mail, with no second set of jobs',
    async ({ name, date }) => {
      const database = await ownDatabase()
      await using stage = await setStage(slow, date, { database })
      const { client, settings, lab, archive } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const { patience, task_queue: taskQueue } = settings

      const result = await withWorker(stage, async () => {
        await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
        await bringTo(stage, workflowId, name)
        await database.takeAway()
        const next = goesOnTo[name]
        if (next !== undefined) {
          await bringTo(stage, workflowId, next)
        }
        await database.bringBack()
        return await endSlowNight(stage, workflowId)
      })

      expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested', edition: 1 })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      const products = productsOf(lab)
      expect(products.length).toBeGreaterThan(5)
      expect(products).toEqual([...new Set(products)])
      expect(await archive.nights()).toMatchObject([{ run: workflowId, verdict: 'broken', edition: 1 }])
      expect(await archive.deliveriesOf(workflowId)).toMatchObject([{ state: 'delivered' }])
    },
  )
}

/** Nights whose archive goes away in a stage and does not come back. */
const gone = [
  { name: 'schedule', date: '2026-10-20', verdict: 'unknown', posts: 0 },
  { name: 'await', date: '2026-10-21', verdict: 'broken', posts: 10 },
] as const

/** Tests of nights that end without an archive. */
export function archiveGoneInStages(names: readonly StageName[]): void {
  test.concurrent.each(gone.filter(({ name }) => names.includes(name)))(
    'a night whose archive goes away for good in the stage $name is reported in one mail at the deadline',
    async ({ name, date, verdict, posts }) => {
      const database = await ownDatabase()
      await using stage = await setStage(slow, date, { database })
      const { client, settings, lab } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const patience = { ...settings.patience, [name]: soon, callMs: 10_000, deliverMs: 60_000 }

      const result = await withWorker(stage, async () => {
        await startNight(client, {
          night: { stream: 'rawhide', date },
          patience,
          taskQueue: settings.task_queue,
        })
        const before = stageNames[stageNames.indexOf(name) - 1] ?? 'find'
        await bringTo(stage, workflowId, before)
        if (name === 'await') {
          await bringTo(stage, workflowId, name)
        }
        await database.takeAway()
        return await endSlowNight(stage, workflowId)
      })

      expect(result).toMatchObject({ verdict, outcome: 'unfinished-tests', edition: 1 })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      expect(productsOf(lab)).toHaveLength(posts)
    },
  )
}
