import { readFileSync } from 'node:fs'
import { connect, credentials } from 'amqplib'
import { stringify } from 'smol-toml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenToBus } from '../../../clients/bus/bus.ts'
import type { BusPlace } from '../../../clients/bus/certificate.ts'
import { settingsOf } from '../../../workers/config/config.ts'
import { examineBus } from '../../../workers/doctor/examine-bus.ts'
import { haveBroker, startBroker, type Broker } from './broker.ts'
import { publishAsFedora } from './publish.ts'
import { havePython } from './python-path.ts'

const prefix = 'org.fedoraproject.prod'
const topics = [`${prefix}.openqa.job.done`, `${prefix}.compose.*.rsync.complete`]
const pauses = { firstMs: 100, mostMs: 400 }

/** Hears what a place sends, until it is stopped. */
function hear(place: BusPlace) {
  const heard: string[] = []
  const states: string[] = []
  const listening = listenToBus(
    { place, topics, client: { app: 'nightjar' } },
    {
      take: (topic, body) => heard.push(`${topic.slice(prefix.length + 1)} ${body ?? 'too large'}`),
      connected: () => states.push('connected'),
      lost: (why) => states.push(why),
    },
    pauses,
  )
  const until = async (state: string) => {
    await expect.poll(() => states.at(-1)).toContain(state)
  }
  return { heard, states, until, [Symbol.asyncDispose]: () => listening.stop() }
}

/** Publishes bytes as they are, which Fedora's library does not. */
async function publish(broker: Broker, topic: string, body: Buffer): Promise<void> {
  const { url, ca, certificate, key } = broker.placeOf(broker.certificates.publisher)
  const files = { ca: readFileSync(ca), cert: readFileSync(certificate), key: readFileSync(key) }
  const connection = await connect(url, { ...files, credentials: credentials.external() })
  const channel = await connection.createConfirmChannel()
  channel.publish('amq.topic', `${prefix}.${topic}`, body)
  await channel.waitForConfirms()
  await connection.close()
}

/** What the doctor says of a place. */
async function examined(place: BusPlace): Promise<readonly string[]> {
  const { findings } = await examineBus(settingsOf({ file: null, text: stringify({ bus: place }) }, {}))
  return findings.map(({ about, state, said }) => `${about}: ${state}: ${said}`)
}

describe.skipIf(!haveBroker)("on Debian's RabbitMQ, set up as Fedora's", () => {
  let broker: Broker
  beforeAll(async () => void (broker = await startBroker()))
  afterAll(async () => await broker[Symbol.asyncDispose]())

  const fedora = () => broker.placeOf(broker.certificates.fedora)

  test('the topics that are asked for are heard, each body as it is, and no others', async () => {
    await using bus = hear(fedora())
    await bus.until('connected')

    await publish(broker, 'openqa.job.create', Buffer.from('{}'))
    await publish(broker, 'compose.rawhide.rsync.start', Buffer.from('{}'))
    await publish(broker, 'compose.rawhide.rsync.complete', Buffer.from('{"a": "ö"}'))
    await publish(broker, 'openqa.job.done', Buffer.from([0xff, 0x00, 0x7b]))
    await publish(broker, 'openqa.job.done', Buffer.alloc(10_000_000, '{'))
    await publish(broker, 'openqa.job.done', Buffer.alloc(65_536, '1'))

    await expect.poll(() => bus.heard.length).toBe(4)
    expect(bus.heard.map((each) => each.slice(0, 60).trim())).toEqual([
      'compose.rawhide.rsync.complete {"a": "ö"}',
      'openqa.job.done \u{FFFD}\0{',
      'openqa.job.done too large',
      `openqa.job.done ${'1'.repeat(44)}`,
    ])
  })

  test.skipIf(!havePython)("messages of Fedora's own library are heard", async () => {
    await using bus = hear(fedora())
    await bus.until('connected')

    await publishAsFedora(broker, [
      { topic: `${prefix}.openqa.job.done`, body: { BUILD: 'Fedora-Rawhide-20261124.n.0', remaining: 0 } },
    ])

    await expect
      .poll(() => bus.heard)
      .toEqual(['openqa.job.done {"BUILD": "Fedora-Rawhide-20261124.n.0", "remaining": 0}'])
  })

  test('a queue that is deleted is made again, under another name', async () => {
    await using bus = hear(fedora())
    await bus.until('connected')
    const before = broker.queues()

    for (const queue of before) broker.deleteQueue(queue)

    await expect.poll(() => bus.states).toEqual(['connected', 'the broker deleted the queue', 'connected'])
    const after = broker.queues()
    expect(after).toHaveLength(1)
    expect(after[0]).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
    expect(before).not.toContain(after[0])
    await publish(broker, 'openqa.job.done', Buffer.from('1'))
    await expect.poll(() => bus.heard).toEqual(['openqa.job.done 1'])
  })

  test('a broker that is killed is heard again when it is back; no queue is left behind', async () => {
    const gone = hear(fedora())
    await gone.until('connected')
    await broker.kill()
    await gone.until('does not answer')
    // One that begins without a broker waits for it, too.
    await using late = hear(fedora())
    await late.until('does not answer')
    await broker.start()
    await gone.until('connected')
    await late.until('connected')

    await publish(broker, 'openqa.job.done', Buffer.from('1'))
    await expect.poll(() => [...gone.heard, ...late.heard]).toHaveLength(2)
    await gone[Symbol.asyncDispose]()
    expect(broker.queues()).toHaveLength(1)
  })

  test('a certificate that does not count is refused, and the reason is the same each time', async () => {
    const { late, foreign, publisher } = broker.certificates
    for (const [pair, why] of [
      [late, 'certificate expired'],
      [foreign, 'unknown ca'],
      [publisher, 'ACCESS_REFUSED'],
    ] as const) {
      await using bus = hear(broker.placeOf(pair))
      // A busy broker may also just end the connection.
      const told = () => bus.states.filter((state) => state.includes(why))
      await expect.poll(() => told().length).toBeGreaterThan(2)
      expect(told()[0]).toMatch(/localhost:\d+ does not take us: /)
      expect(new Set(told()).size).toBe(1)
    }
  })

  test('a broker of another authority is not believed', async () => {
    const { foreign } = broker.certificates
    await using bus = hear({ ...fedora(), ca: foreign.certificate })

    await expect.poll(() => bus.states[0] ?? '').toMatch(/does not take us: .*certificate/)
  })

  test('the doctor says whether workers can listen, and until when', async () => {
    const { late, foreign } = broker.certificates

    expect(await examined(fedora())).toEqual([
      expect.stringMatching(/^messages: ok: localhost:\d+ lets us listen$/),
      expect.stringMatching(/^certificate of the bus: ok: it is valid until \d{4}-/),
      expect.stringContaining('messages in the worker: ok: no worker.listen says where to ask one'),
    ])
    expect(await examined({ ...fedora(), ...late })).toEqual([
      expect.stringMatching(/^messages: (?:problem|no answer): /),
      expect.stringContaining('certificate of the bus: problem: it ran out '),
      expect.anything(),
    ])
    expect((await examined({ ...fedora(), ...foreign }))[0]).toMatch(/^messages: (?:problem|no answer): /)
    expect(
      await examined({ ...fedora(), url: 'amqps://127.0.0.1:1/%2F', certificate: 'package.json' }),
    ).toEqual([
      expect.stringMatching(
        /^messages: problem: .* in PEM in .*package.json and .*: no start line; correct these files$/,
      ),
      expect.stringContaining(
        'certificate of the bus: problem: the message bus: expected a certificate in PEM',
      ),
      expect.anything(),
    ])
    expect((await examined({ ...fedora(), url: 'amqps://127.0.0.1:1/%2F' }))[0]).toContain(
      'messages: no answer: the message bus: 127.0.0.1:1 does not answer',
    )
    expect(broker.queues()).toEqual([])
  })

  test('a file that cannot be read is named, and what to correct', async () => {
    await using bus = hear({ ...fedora(), key: '/nowhere/key.pem' })

    await expect
      .poll(() => bus.states[0])
      .toBe(
        'the message bus: expected to read /nowhere/key.pem, which key names, but got ENOENT; correct key, or make the file readable',
      )
  })
})
