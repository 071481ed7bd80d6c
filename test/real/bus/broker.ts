import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from '../../free-ports.ts'
import { makeCertificates, type Certificates, type Pair } from './certificates.ts'

const programs = '/usr/lib/rabbitmq/bin'

/** Whether this machine has Debian's RabbitMQ. */
export const haveBroker = existsSync(join(programs, 'rabbitmq-server'))

/** A RabbitMQ that is set up as Fedora's public broker: mutual TLS, and who logs in is in the certificate. */
export interface Broker extends AsyncDisposable {
  readonly certificates: Certificates
  /** Where a user listens or publishes. */
  placeOf(pair: Pair): { url: string; ca: string; certificate: string; key: string }
  /** Kills it, as a machine that goes away. */
  kill(): Promise<void>
  start(): Promise<void>
  /** The names of its queues. */
  queues(): readonly string[]
  deleteQueue(name: string): void
}

const uuid = String.raw`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`
const vhost = '/public_pubsub'

/** Starts one in a folder of its own, which takes about ten seconds. */
export async function startBroker(): Promise<Broker> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-broker-'))
  const [port, dist, epmd] = [await freePorts(), await freePorts(), await freePorts()]
  await mkdir(join(folder, 'certificates'))
  const certificates = makeCertificates(join(folder, 'certificates'))
  await writeSetUp(folder, port, certificates)
  const env = {
    ...process.env,
    HOME: folder,
    RABBITMQ_NODENAME: `nightjar-${port}@localhost`,
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_DIST_PORT: `${dist}`,
    ERL_EPMD_PORT: `${epmd}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none',
  }
  const control = (...args: readonly string[]) =>
    execFileSync(join(programs, 'rabbitmqctl'), ['--quiet', ...args], { env, encoding: 'utf8' })
  let server: ChildProcess | null = null
  const broker: Broker = {
    certificates,
    placeOf: (pair) => ({
      url: `amqps://localhost:${port}/%2Fpublic_pubsub`,
      ca: certificates.ca,
      ...pair,
    }),
    async start() {
      server = spawn(join(programs, 'rabbitmq-server'), { env, stdio: ['ignore', 'pipe', 'pipe'] })
      server.stdout?.pipe(createWriteStream(join(folder, 'out.log'), { flags: 'a' }))
      server.stderr?.resume()
      await listens(port, server, join(folder, 'out.log'))
    },
    async kill() {
      const pid = Number(readFileSync(join(folder, 'data', `nightjar-${port}@localhost.pid`), 'utf8'))
      const gone = server === null ? null : once(server, 'exit')
      process.kill(pid, 'SIGKILL')
      await gone
      server = null
    },
    queues: () =>
      control('list_queues', '-p', vhost, '--no-table-headers', 'name').split('\n').filter(Boolean),
    deleteQueue: (name) => control('delete_queue', '-p', vhost, name),
    async [Symbol.asyncDispose]() {
      if (server !== null) await broker.kill()
      execFileSync('epmd', ['-port', `${epmd}`, '-kill'], { stdio: 'ignore' })
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
  await broker.start()
  return broker
}

async function writeSetUp(folder: string, port: number, { ca, server }: Certificates): Promise<void> {
  const configuration = {
    'listeners.tcp': 'none',
    'listeners.ssl.default': `127.0.0.1:${port}`,
    'ssl_options.cacertfile': ca,
    'ssl_options.certfile': server.certificate,
    'ssl_options.keyfile': server.key,
    'ssl_options.verify': 'verify_peer',
    'ssl_options.fail_if_no_peer_cert': 'true',
    ssl_cert_login_from: 'common_name',
    'auth_mechanisms.1': 'EXTERNAL',
    load_definitions: join(folder, 'definitions.json'),
    'log.file.level': 'info',
  }
  const lines = Object.entries(configuration).map(([key, value]) => `${key} = ${value}\n`)
  const definitions = {
    vhosts: [{ name: vhost }],
    users: ['fedora', 'publisher'].map((name) => ({ name, password_hash: '', tags: '' })),
    permissions: [
      { user: 'fedora', vhost, configure: `^${uuid}$`, write: `^${uuid}$`, read: `^(${uuid}|amq\\.topic)$` },
      { user: 'publisher', vhost, configure: '^$', write: '^amq\\.topic$', read: '^$' },
    ],
  }
  await Promise.all([
    writeFile(join(folder, 'rabbitmq.conf'), lines.join('')),
    writeFile(join(folder, 'enabled_plugins'), '[rabbitmq_auth_mechanism_ssl].\n'),
    writeFile(join(folder, 'definitions.json'), JSON.stringify(definitions)),
  ])
}

async function listens(port: number, server: ChildProcess, log: string): Promise<void> {
  while (server.exitCode === null) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isUp) return
    await sleep(200)
  }
  throw new Error(`RabbitMQ did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
}
