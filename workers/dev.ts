import type { Settings } from './config/config.ts'
import { leaveNote, readNote } from './temporal/dev-server-note.ts'
import { startTemporal, type EmbeddedTemporal } from './temporal/embedded-temporal.ts'
import { listens } from './temporal/listens.ts'
import { makeWorker, quieten } from './run-worker.ts'
import { namedAddress, temporalPlace } from './temporal/temporal.ts'

const ports = { port: 7233, uiPort: 8233 }

/** Runs a worker until this process is told to end, and a Temporal server if the environment names none. */
export async function runDev(settings: Settings, say: (line: string) => void): Promise<void> {
  quieten('WARN')
  const server = namedAddress() === null ? await onlyServer(settings.folder) : null
  const forget = server === null ? () => {} : leaveNote(settings.folder, server)
  try {
    const place = temporalPlace(settings.folder)
    const worker = await makeWorker(settings, place)
    say(`dev: Temporal at ${place.options.address}, UI at ${place.ui ?? 'your server'}; Ctrl-C stops`)
    await worker.run()
  } finally {
    forget()
    await server?.stop()
  }
}

/** Starts the embedded server of a folder. Two servers would damage its database. */
async function onlyServer(folder: string): Promise<EmbeddedTemporal> {
  const there = readNote(folder)
  if (there !== null && (await listens(there.address))) {
    throw new Error(
      `"nightjar dev" already runs for ${folder}, with Temporal at ${there.address}; use it, or stop it first`,
    )
  }
  return startTemporal(folder, ports)
}
