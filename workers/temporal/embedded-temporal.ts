import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { attributeNames } from '../../workflows/attributes.ts'
import { checkServer } from './check-server.ts'
import { startChild, type Child } from '../child.ts'
import { lastLinesOf } from '../last-lines.ts'
import { freePort } from './free-port.ts'
import { openConnection } from './open-connection.ts'
import { temporalCli } from './temporal-cli.ts'

/** A real Temporal dev server on 127.0.0.1, with its UI. */
export interface EmbeddedTemporal {
  /** `127.0.0.1:7233` */
  readonly address: string
  /** The UI: `http://127.0.0.1:8233` */
  readonly ui: string
  /** Its Prometheus metrics: `http://127.0.0.1:4711/metrics` */
  readonly metrics: string
  readonly pid: number
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Options of the server. If a port is taken, a free one is used. */
export interface EmbeddedOptions {
  readonly port?: number
  readonly uiPort?: number
  /** `memory`: twice as fast, but it loses every night when it stops. */
  readonly database?: 'file' | 'memory'
}

/** Starts the server and waits until it answers. Nights in its database continue. */
export async function startTemporal(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedTemporal> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort(options.port)
  const uiPort = await freePort(options.uiPort)
  const metricsPort = await freePort()
  const log = join(folder, 'temporal.log')
  const file = options.database === 'memory' ? null : join(folder, 'temporal.db')
  const child = startChild(await temporalCli(), serverArguments(file, { port, uiPort, metricsPort }), { log })
  const address = `127.0.0.1:${port}`
  await answers(address, child, log)
  return {
    address,
    ui: `http://127.0.0.1:${uiPort}`,
    metrics: `http://127.0.0.1:${metricsPort}/metrics`,
    pid: child.pid,
    ended: child.ended,
    stop: () => child.stop(),
  }
}

interface Ports {
  readonly port: number
  readonly uiPort: number
  readonly metricsPort: number
}

function serverArguments(file: string | null, { port, uiPort, metricsPort }: Ports): string[] {
  const attributes = attributeNames.flatMap((name) => ['--search-attribute', `${name}=Keyword`])
  const ports = ['--port', String(port), '--ui-port', String(uiPort), '--metrics-port', String(metricsPort)]
  const place = ['--ip', '127.0.0.1', ...ports]
  const database = file === null ? [] : ['--db-filename', file]
  return ['server', 'start-dev', ...place, ...database, ...attributes, '--log-level', 'error']
}

async function answers(address: string, child: Child, log: string): Promise<void> {
  const gone = child.ended.then((how) => {
    throw new Error(
      `Temporal's dev server ended (${how}) before it answered; ${log} ends with:\n${lastLinesOf(log)}`,
    )
  })
  const connected = openConnection({ address, connectTimeout: '20s' })
  const connection = await Promise.race([connected, gone])
  try {
    await Promise.race([fit(connection, address), gone])
    await keepNights(connection)
  } finally {
    await connection.close()
  }
}

/** The server answers shortly before it has created its namespace and the search attributes. */
async function fit(connection: Connection, address: string): Promise<void> {
  const until = Date.now() + 20_000
  while (true) {
    try {
      return await checkServer(connection, { options: { address }, namespace: 'default', ui: null })
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(50)
    }
  }
}

/** How long finished nights stay in the list; a dev server's default is one day. */
const retention = msToTs(90 * 24 * 3_600_000)

async function keepNights({ workflowService }: Connection): Promise<void> {
  const config = { workflowExecutionRetentionTtl: retention }
  await workflowService.updateNamespace({ namespace: 'default', config })
}
