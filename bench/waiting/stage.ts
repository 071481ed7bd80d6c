import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { stringify } from 'smol-toml'
import type { Night } from '../../compose/naming/night.ts'
import { startChild, type Child } from '../../workers/child.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { programFile } from '../../workers/folders.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { startTemporal, type EmbeddedTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { workerReady } from '../../workers/worker-ready.ts'
import { startEndlessTree, type EndlessTree } from './endless-tree.ts'

/** What nights wait on: the servers, one worker process with the times of a real night, and a tree. */
export interface WaitingStage extends AsyncDisposable {
  readonly tree: EndlessTree
  readonly temporal: EmbeddedTemporal
  readonly client: Client
  readonly settings: Settings
  readonly worker: Child
}

/** Starts all of it. The worker's limits are so high that no look waits for another. */
export async function setWaitingStage(nights: readonly Night[]): Promise<WaitingStage> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const tree = stack.adopt(await startEndlessTree(nights), (each) => each.close())
  const temporal = stack.adopt(await startTemporal(folder, { database: 'memory' }), (each) => each.stop())
  const postgres = stack.adopt(await startPostgres({ folder }), (each) => each.close())
  const file = await writeSettings(folder, tree)
  const settings = loadConfig(file)
  const worker = startChild(process.execPath, [programFile('cli/main'), 'worker', '--config', file], {
    log: join(folder, 'worker.log'),
    environment: { NIGHTJAR_DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address },
  })
  stack.defer(() => worker.stop())
  const place = { options: { address: temporal.address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (each) => each.connection.close())
  await workerReady(client, settings.task_queue)
  const kept = stack.move()
  return { tree, temporal, client, settings, worker, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

async function writeSettings(folder: string, { url }: EndlessTree): Promise<string> {
  const file = join(folder, 'nightjar.toml')
  const settings = {
    folder: '.',
    compose: { tree: `${url}/compose`, releases: `${url}/release.json` },
    koji: { hub: url },
    mirror: { rsync: 'rsync://127.0.0.1/none' },
    openqa: { url },
    worker: { openqa_per_second: 1000, koji_per_second: 1000, trees_per_second: 1000 },
  }
  await writeFile(file, stringify(settings))
  return file
}
