import { appendFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { startLabResultsDb, type ResultsCall } from '../../lab/resultsdb/server.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { DeliveryProgress } from '../../workflows/delivery/delivery-state.ts'
import { smallCompose } from '../night/small-night.ts'
import { setSmallStage } from '../night/small-stage.ts'
import { superviseWorker } from './supervise-worker.ts'

test('a worker that is killed around each post to ResultsDB loses no result, and posts none twice', async () => {
  const workers: { kill(): void }[] = []
  const calls: string[] = []
  /** Kills the worker at its first post, which is not taken, and at its second, which is. */
  const kill = ({ method }: ResultsCall) => {
    calls.push(method)
    const posts = calls.filter((each) => each === 'POST').length
    if (method !== 'POST' || posts > 2) return null
    // Before the answer leaves: a worker could tell of it before it ends.
    workers[0]?.kill()
    return posts === 1 ? 'hang' : 'hang-after'
  }
  const resultsDb = await startLabResultsDb({ disturbed: kill })
  await using stack = new AsyncDisposableStack()
  stack.defer(() => resultsDb.close())
  const night = { stream: 'rawhide', date: '2026-08-28' } as const
  const run = 'nightly/rawhide/2026-08-28'
  const compose = smallCompose(night, [])
  const patience = { call: '6 s', act: '6 s', send: '30 s' }
  const stage = stack.use(
    await setSmallStage([compose], { taskQueue: 'killed-posts', guard: () => null, patience }),
  )
  const { file, archive, settings } = stage
  await appendFile(file, `\n[resultsdb]\nurl = "${resultsDb.url}/api/v2.0"\nnights = true\n`)
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const limits = { ...settings.patience, settleMs: 500, deliverMs: 600_000 }
  const supervised = superviseWorker(file, address)
  workers.push(supervised)

  await startNight(client, { night, patience: limits, taskQueue: loadConfig(file).task_queue })
  await client.workflow.getHandle(run).result()
  const end: DeliveryProgress = await client.workflow.getHandle(`delivery/${run}/1/resultsdb`).result()
  await supervised.stop()
  await client.connection.close()

  expect(supervised.kills()).toBe(2)
  expect(resultsDb.results().map(({ data }) => data['item'])).toEqual([[compose.id]])
  expect(end.recipients).toEqual([
    { recipient: 'resultsdb', state: 'delivered', why: 'result 1, which an earlier try had posted' },
  ])
  // Each try looks before it posts, and the last one finds what the one before had posted.
  expect(calls).toEqual(['GET', 'POST', 'GET', 'POST', 'GET'])
  const noted = (await archive.deliveriesOf(run)).filter(({ channel }) => channel === 'resultsdb')
  expect(noted.map(({ state }) => state)).toEqual(['delivered'])
})
