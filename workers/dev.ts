import type { Settings } from './config.ts'
import { leaveNote } from './dev-server-note.ts'
import { startTemporal } from './embedded-temporal.ts'
import { makeWorker, quieten } from './run-worker.ts'
import { temporalPlace } from './temporal.ts'

const ports = { port: 7233, uiPort: 8233 }

/** Runs a worker, and a Temporal server where none is named, until this process is told to end. */
export async function runDev(settings: Settings, say: (line: string) => void): Promise<void> {
  quieten('WARN')
  const given = process.env['TEMPORAL_ADDRESS']
  const server = given ? null : await startTemporal(settings.folder, ports)
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
