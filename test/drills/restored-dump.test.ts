import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import { canDump, dumpOf, restore } from '../archive/dump.ts'
import { ownDatabase } from '../archive/own-database.ts'
import { productsOf } from '../night/products.ts'
import { bringTo, endSlowNight, slow } from '../night/slow-night.ts'
import { setStage, withWorker } from '../night/stage.ts'

test.skipIf(!canDump)(
  'a dump from before the posts that is restored while the jobs run, and again after the report, posts and mails nothing again',
  async () => {
    const night = { stream: 'rawhide', date: '2026-10-25' } as const
    const workflowId = nightId(night)
    const database = await ownDatabase()
    await using stage = await setStage(slow, night.date, { database })
    const { client, settings, lab, archive } = stage
    const start = { night, patience: settings.patience, taskQueue: settings.task_queue }

    await withWorker(stage, async () => {
      await startNight(client, start)
      await bringTo(stage, workflowId, 'complete')
      const dump = await dumpOf(database.url)
      await bringTo(stage, workflowId, 'await')
      const posted = productsOf(lab)

      await restore(database.url, dump)
      const result = await endSlowNight(stage, workflowId)

      expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested', edition: 1 })
      expect(productsOf(lab)).toEqual(posted)
      expect(await archive.nights()).toMatchObject([{ run: workflowId, verdict: 'broken', edition: 1 }])

      await restore(database.url, dump)
      expect(await startNight(client, start)).toEqual({ workflowId, started: false })
    })

    expect(productsOf(lab)).toHaveLength(10)
    expect(lab.inbox.deliveries()).toHaveLength(1)
  },
)
