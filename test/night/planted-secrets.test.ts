import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { startLabResultsDb } from '../../lab/resultsdb/server.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { encryptionCodec } from '../../workers/codec/encryption-codec.ts'
import { payloadsOf } from '../../workers/codec/json-payloads.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { freshDatabase, type FreshDatabase } from '../archive/fresh-database.ts'
import { pemFile, tlsRelay } from '../tls/relay.ts'
import { briefCompose, briefly } from './brief.ts'
import { loginServer } from './login-server.ts'
import { leaksIn } from './planted.ts'
import { setStage, type Stage } from './stage.ts'
import { idOf, startRawhide } from './traces.ts'
import { unhurried } from './unhurried.ts'

const codecKey = { id: '2026-11', bytes: randomBytes(32) }
const codec = encryptionCodec([codecKey])

/** Whose values are nowhere else. The openQA key is the lab's, or a wrong one. */
const planted = {
  'database password': 'Pl4nted/database+word',
  'SMTP password': 'Pl4nted/mail+word',
  'ResultsDB password': 'Pl4nted/results+word',
  'Temporal API key': 'Pl4nted-temporal-key',
  'codec key': codecKey.bytes,
}
const wrongKey = { key: 'BADC0FFEE0DDF00D', secret: 'DEADBEEF0BADF00D' }

const short = { deadline: '5 s', lap: '2 s', look: '500 ms' }

/** Lets a signal do what a mistake in the program would. */
const crashing = `--import=data:text/javascript,process.on('SIGUSR2',()=>{throw(new(Error)('a_mistake'))})`

function start(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['cli/main.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { child, said: said.then(([out, err]) => out + err) }
}

/** Every history of the server whose workflow belongs to a night, as stored and decrypted. */
async function historiesOf({ place }: Stage, ids: readonly string[]): Promise<string> {
  const client = await connectClient(place)
  const texts: string[] = []
  for (const id of ids) {
    const json = historyToJSON(await client.workflow.getHandle(id).fetchHistory())
    const sealed: string[] = []
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'metadata' in value && 'data' in value)
        sealed.push(JSON.stringify(value))
      return value
    })
    const payloads = await codec.decode(payloadsOf(`{"payloads":[${sealed.join()}]}`))
    texts.push(json, ...payloads.map(({ data }) => Buffer.from(data ?? []).toString()))
  }
  await client.connection.close()
  return texts.join('\n')
}

/** Whether a delivery has heard the mail server's answer to its first try. */
async function triedOnce({ client }: Stage, delivery: string): Promise<boolean> {
  const { events } = await client.workflow.getHandle(delivery).fetchHistory()
  return (
    events?.some(
      (event) => event.activityTaskCompletedEventAttributes ?? event.activityTaskFailedEventAttributes,
    ) ?? false
  )
}

/** Every row of every table. */
async function tablesOf({ db }: FreshDatabase): Promise<string> {
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(
    tables.map(async ({ name }) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  )
  return JSON.stringify(rows, (_, value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  )
}

test.each([
  { how: 'takes', date: '2026-04-22', ends: 'passed' },
  { how: 'repeats', date: '2026-04-23', ends: 'unknown' },
] as const)(
  'no secret of a night that ends $ends is in anything that it leaves',
  async ({ how, date, ends }) => {
    const isGood = how === 'takes'
    const database = await freshDatabase()
    await using mail = await loginServer(how)
    const resultsdb = await startLabResultsDb({ login: `me:${planted['ResultsDB password']}` })
    onTestFinished(() => resultsdb.close())
    await using relay = await tlsRelay(Number(inject('temporalAddress').split(':')[1]), {
      server: 'own-server',
      ALPNProtocols: ['h2'],
    })
    const scenario = briefly(`planted-${how}`, [briefCompose()])
    const patience = isGood ? unhurried : { ...unhurried, schedule: short, await: short, deliver: '4 s' }
    await using bare = await setStage(scenario, date, { database, patience })
    const stage = { ...bare, place: { ...bare.place, codec: [codecKey] } }
    stage.client = await connectClient(stage.place)
    const { key, secret } = isGood ? stage.lab.openqaKey : wrongKey
    const secrets = { ...planted, 'openQA key': key, 'openQA secret': secret }
    const url = new URL(database.url)
    url.password = planted['database password']
    const toml = readFileSync(stage.file, 'utf8').replace(/^url = "postgresql.*\n/m, '')
    const port = String(stage.lab.inbox.port)
    const withMail = toml.replace(`port = ${port}`, `port = ${mail.port}\nuser = "me"`)
    const withResults = `\n[resultsdb]\nurl = "${resultsdb.url}/api/v2.0"\nuser = "me"\nnights = true\n`
    writeFileSync(stage.file, `${withMail}${withResults}`)
    const environment = {
      PATH: process.env['PATH'],
      HOME: stage.folder,
      NODE_OPTIONS: crashing,
      NIGHTJAR_CONFIG: stage.file,
      NIGHTJAR_LOG_LEVEL: 'debug',
      NIGHTJAR_DATABASE_URL: url.href,
      NIGHTJAR_OPENQA_KEY: key,
      NIGHTJAR_OPENQA_SECRET: secret,
      NIGHTJAR_SMTP_PASSWORD: planted['SMTP password'],
      NIGHTJAR_RESULTSDB_PASSWORD: planted['ResultsDB password'],
      NIGHTJAR_CODEC_KEYS: `${codecKey.id}:${codecKey.bytes.toString('base64')}`,
      TEMPORAL_ADDRESS: `127.0.0.1:${relay.port}`,
      TEMPORAL_API_KEY: planted['Temporal API key'],
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: pemFile('own'),
    }
    const id = idOf(stage)
    const worker = start(['worker'], environment)
    await startRawhide(stage)
    stage.clock.begin()
    const result = await awaitNight(stage.client, id)
    const delivery = result.delivery ?? ''
    await expect.poll(() => resultsdb.results().length, { timeout: 60_000 }).toBe(1)
    await expect.poll(() => triedOnce(stage, delivery), { timeout: 60_000 }).toBe(true)

    const commands = [
      'config',
      'config --json',
      'doctor',
      'doctor --json',
      'list',
      `show ${id}`,
      `show ${id} --json`,
    ]
    const asking = `resultsdb missing ${result.compose ?? ''}`
    const said = await Promise.all(
      [...commands, `show ${id} --report`, asking, 'archive export', 'schedule list', 'overdue'].map(
        (command) => start(command.split(' '), environment).said,
      ),
    )
    const away = { ...environment, NIGHTJAR_DATABASE_URL: url.href.replace(/host=[^&]*/, 'host=/nowhere') }
    const failed = await Promise.all(
      [
        start(['list'], away),
        start(['worker'], away),
        start(['worker'], { ...environment, TEMPORAL_NAMESPACE: 'nowhere' }),
        start(['list'], { ...environment, TEMPORAL_ADDRESS: '127.0.0.1:1' }),
      ].map((each) => each.said),
    )
    worker.child.kill('SIGUSR2')
    const log = await worker.said

    const places: Readonly<Record<string, string>> = {
      histories: await historiesOf(stage, [id, delivery, delivery.replace(/mail$/, 'resultsdb')]),
      'the archive': await tablesOf(database),
      'the log and the crash': log,
      ...(isGood && { mails: mail.mails.join('\n') }),
      ...Object.fromEntries(said.map((each, at) => [`the output of command ${at + 1}`, each])),
      'what fails': failed.join('\n'),
    }
    expect(result.verdict).toBe(ends)
    expect(mail.logins).toContain(planted['SMTP password'])
    expect(resultsdb.results()).toMatchObject([{ testcase: 'compose.nightjar.night' }])
    expect(log).toContain('a_mistake')
    for (const place of ['histories', 'the archive']) expect(places[place]).toContain('Fedora-Rawhide-')
    expect(
      Object.entries(places).flatMap(([place, what]) =>
        leaksIn(what, secrets).map((name) => `${name} in ${place}`),
      ),
    ).toEqual([])
    await stage.client.connection.close()
  },
)
