import { openSync } from 'node:fs'
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGroup } from '../../../clients/process-group.ts'
import { freePorts } from '../../free-ports.ts'

/** A user of a homeserver. */
export interface MatrixUser {
  readonly id: string
  readonly token: string
  /** Asks the client API. @throws Error for every answer but 200 */
  ask(method: string, path: string, content?: object): Promise<Record<string, unknown>>
}

/** A real homeserver of Matrix on loopback. */
export interface Synapse extends AsyncDisposable {
  readonly url: string
  register(name: string): Promise<MatrixUser>
}

const longestMs = 60_000

/** Starts one with the Python that has `matrix-synapse`. */
export async function startSynapse(python: string): Promise<Synapse> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await mkdtempDisposable(join(tmpdir(), 'nightjar-synapse-')))
  const port = await freePorts()
  const file = join(folder.path, 'homeserver.yaml')
  // YAML reads JSON.
  await writeFile(file, JSON.stringify(configuration(folder.path, port)))
  const log = join(folder.path, 'log')
  const start = (...more: readonly string[]) =>
    startGroup(python, ['-m', 'synapse.app.homeserver', '--config-path', file, ...more], {
      env: { PATH: process.env['PATH'] ?? '' },
      output: openSync(log, 'a'),
    })
  await start('--generate-keys').ended
  const server = start()
  stack.defer(() => server.stop())
  const url = `http://127.0.0.1:${port}`
  await answers(url, log)
  const kept = stack.move()
  return {
    url,
    register: (name) => register(url, name),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function configuration(folder: string, port: number): object {
  return {
    server_name: 'nightjar.test',
    listeners: [{ port, type: 'http', bind_addresses: ['127.0.0.1'], resources: [{ names: ['client'] }] }],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    media_store_path: join(folder, 'media'),
    signing_key_path: join(folder, 'signing.key'),
    macaroon_secret_key: 'a test',
    form_secret: 'a test',
    report_stats: false,
    trusted_key_servers: [],
    enable_registration: true,
    enable_registration_without_verification: true,
    rc_registration: { per_second: 100, burst_count: 100 },
  }
}

async function answers(url: string, log: string): Promise<void> {
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    const answer = await fetch(`${url}/_matrix/client/versions`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`synapse did not start: ${await readFile(log, 'utf8')}`)
}

async function register(url: string, name: string): Promise<MatrixUser> {
  const content = { username: name, password: 'a test', auth: { type: 'm.login.dummy' } }
  const { user_id: id, access_token: token } = await request(url, '', 'POST', 'register', content)
  if (typeof id !== 'string' || typeof token !== 'string') throw new Error('the homeserver made no user')
  return { id, token, ask: (method, path, more) => request(url, token, method, path, more) }
}

async function request(
  url: string,
  token: string,
  method: string,
  path: string,
  content?: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/_matrix/client/v3/${path}`, {
    method,
    headers: token === '' ? {} : { Authorization: `Bearer ${token}` },
    ...(content && { body: JSON.stringify(content) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  const value: Record<string, unknown> = JSON.parse(text)
  return value
}
