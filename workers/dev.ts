import { nightsLink } from '../report/words/temporal-links.ts'
import type { Settings } from './config/config.ts'
import { checkSecrets } from './config/secrets.ts'
import { databaseUrl } from './archive-place.ts'
import { openArchive } from './open-archive.ts'
import { startPostgres } from './postgres/embedded-postgres.ts'
import { freeListen } from './temporal/free-port.ts'
import { leaveNote, readNote, type DevServerNote } from './temporal/dev-server-note.ts'
import { startTemporal, type EmbeddedTemporal } from './temporal/embedded-temporal.ts'
import { listens } from './temporal/listens.ts'
import { logOptions } from './process/operator-log.ts'
import { installRuntime } from './process/runtime.ts'
import { makeWorker } from './run-worker.ts'
import type { NightWorkers } from './process/night-workers.ts'
import { namedAddress, temporalPlace } from './temporal/temporal.ts'

const ports = { port: 7233, uiPort: 8233 }

/** What a person who runs it wants besides: to be told, and to see the pages of the archive at a URL. */
export interface DevCompany {
  readonly say: (line: string) => void
  readonly pages: (databaseUrl: string, listen: string) => Promise<AsyncDisposable & { readonly url: string }>
}

/**
 * Runs a worker until this process is told to end, with its own Temporal and PostgreSQL where none is named.
 */
export async function runDev(settings: Settings, { say, pages }: DevCompany): Promise<void> {
  checkSecrets()
  installRuntime(logOptions(process.env, process.stderr.isTTY))
  await using stack = new AsyncDisposableStack()
  const server = namedAddress() === null ? await onlyServer(settings.folder) : null
  if (server !== null) {
    stack.defer(() => server.stop())
    stack.defer(leaveNote(settings.folder, server))
  }
  const url = databaseUrl(settings) ?? stack.adopt(await startPostgres(settings), (own) => own.close()).url
  const { archive } = stack.use(await openArchive(url, { folder: settings.folder, say }))
  const place = temporalPlace(settings.folder)
  const { workers } = await makeWorker(settings, place, archive)
  const { ui, namespace } = place
  const site = stack.use(await pages(url, await freeListen(settings.web.listen)))
  const nights = ui === null ? 'your server' : nightsLink({ url: ui, namespace })
  say(`dev: Temporal at ${place.options.address}, UI at ${nights}`)
  say(`dev: pages at ${site.url}; Ctrl-C stops`)
  await work(workers, server)
}

/** Works until a shutdown, or until the server ends: the workers would ask one that is gone for ever. */
async function work(workers: NightWorkers, server: EmbeddedTemporal | null): Promise<void> {
  const still = Promise.resolve(null)
  const running = workers.run()
  const gone = server?.ended.then((how) => {
    workers.shutdown()
    return how
  })
  await running
  const how = await Promise.race([gone ?? still, still])
  if (how === null) return
  throw new Error(
    `Temporal's dev server ended (${how}); temporal.log in its folder may say why. Start "nightjar dev" again: its nights go on`,
  )
}

function processOf({ pid }: DevServerNote): string {
  return pid === undefined ? '' : ` as process ${pid}`
}

/** Starts the embedded server of a folder. Two servers would damage its database. */
async function onlyServer(folder: string): Promise<EmbeddedTemporal> {
  const there = readNote(folder)
  if (there !== null && (await listens(there.address))) {
    throw new Error(
      `"nightjar dev" already runs for ${folder}${processOf(there)}, with Temporal at ${there.address}; use it, or stop it first`,
    )
  }
  return startTemporal(folder, ports)
}
