import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startChild } from '../../workers/child.ts'
import { startNight } from '../../workers/start-night.ts'
import { startTemporal, type EmbeddedTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { productsOf } from '../night/products.ts'
import { bringTo, endSlowNight, slow } from '../night/slow-night.ts'
import { setStage, type Stage } from '../night/stage.ts'

/** Kills a Temporal server at once, as a power cut would. */
async function kill({ address, ended }: EmbeddedTemporal): Promise<void> {
  const port = address.split(':').at(-1) ?? ''
  await promisify(execFile)('pkill', ['-KILL', '-f', `start-dev .*--port ${port} `])
  await ended
}

/** Workers as systemd has them: one that ends is started again. */
function keepWorker({ file, folder }: Stage, address: string) {
  const over = new AbortController()
  const start = () =>
    startChild(process.execPath, ['cli/main.ts', 'worker', '--config', file], {
      log: `${folder}/worker.log`,
      environment: { TEMPORAL_ADDRESS: address },
    })
  let worker = start()
  const keep = async () => {
    while (!over.signal.aborted) {
      await worker.ended
      if (!over.signal.aborted) worker = start()
    }
  }
  const keeping = keep()
  return {
    async [Symbol.asyncDispose]() {
      over.abort()
      await worker.stop()
      await keeping
    },
  }
}

const killed = [
  { name: 'complete', date: '2026-11-11' },
  { name: 'schedule', date: '2026-11-12' },
  { name: 'await', date: '2026-11-13' },
] as const

describe.concurrent('a Temporal server', () => {
  test.for(killed)(
    'that is killed in the stage $name and started again goes on: one report, one mail, no second set of jobs',
    async ({ name, date }, { expect }) => {
      await using stage = await setStage(slow, date)
      const { folder, settings, lab } = stage
      const night = { stream: 'rawhide', date } as const
      const workflowId = nightId(night)
      const first = await startTemporal(`${folder}/temporal`)
      const place = { options: { address: first.address }, namespace: 'default', ui: null }
      await using stack = new AsyncDisposableStack()
      const client = stack.adopt(await connectClient(place), (connected) => connected.connection.close())
      stack.use(keepWorker(stage, first.address))
      const own: Stage = { ...stage, place, client }
      const { patience, task_queue: taskQueue } = settings
      await startNight(client, { night, patience, taskQueue })

      await bringTo(own, workflowId, name)
      await kill(first)
      const port = Number(first.address.split(':').at(-1))
      const second = await startTemporal(`${folder}/temporal`, { port })
      stack.defer(() => second.stop())
      const result = await endSlowNight(own, workflowId)

      expect(second.address).toBe(first.address)
      expect(result).toMatchObject({ verdict: 'broken', outcome: 'tested' })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      const products = productsOf(lab)
      expect(products).toHaveLength(10)
      expect(products).toEqual([...new Set(products)])
    },
  )
})
