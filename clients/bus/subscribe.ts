import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, credentials, type ChannelModel } from 'amqplib'
import { ClientFailure } from '../failure.ts'
import { busName, readCredentials, type BusPlace } from './certificate.ts'

/** What is asked of the broker, and how we call ourselves there. */
export interface BusQuestion {
  readonly place: BusPlace
  /** With `*` for one word. */
  readonly topics: readonly string[]
  /** Shown to the broker's operators. */
  readonly client: Readonly<Record<string, string>>
}

/** One connection with a queue of its own. */
export interface Subscription {
  /** Why it is over; it never fails. */
  readonly over: Promise<string>
  close(): Promise<void>
}

/** A body that no message of interest has. */
const largestBody = 65_536

/** A message; the body is null where it was too large to be read. */
export type Take = (topic: string, body: string | null) => void

/** So many messages may be on their way at once. */
const prefetch = 25
const connectMs = 10_000
const closeMs = 2000

/**
 * Connects, and takes the messages of some topics from now on. The queue has a random name, belongs to this
 * connection and is deleted with it: what is sent while nobody listens is not heard.
 * @throws ClientFailure `unreachable` or `refused`
 */
export async function subscribe({ place, topics, client }: BusQuestion, take: Take): Promise<Subscription> {
  const files = await readCredentials(place)
  const connection = await connected(place.url, { ...files, clientProperties: client })
  const { promise: over, resolve: end } = Promise.withResolvers<string>()
  connection.on('error', (error) => end(error.message))
  connection.on('close', () => end('the connection was closed'))
  try {
    const channel = await connection.createChannel()
    channel.on('error', (error: Error) => end(error.message))
    channel.on('close', () => end('the channel was closed'))
    await channel.prefetch(prefetch)
    const own = { durable: false, autoDelete: true, exclusive: true }
    const { queue } = await channel.assertQueue(randomUUID(), own)
    for (const topic of topics) await channel.bindQueue(queue, 'amq.topic', topic)
    await channel.consume(queue, (message) => {
      if (message === null) return end('the broker deleted the queue')
      const { content, fields } = message
      channel.ack(message)
      take(fields.routingKey, content.length > largestBody ? null : content.toString('utf8'))
    })
  } catch (cause) {
    await closed(connection)
    throw failureOf(cause, place.url)
  }
  return { over, close: () => closed(connection) }
}

async function connected(url: string, options: Readonly<Record<string, unknown>>): Promise<ChannelModel> {
  try {
    return await connect(`${url}?heartbeat=30`, {
      ...options,
      credentials: credentials.external(),
      timeout: connectMs,
    })
  } catch (cause) {
    throw failureOf(cause, url)
  }
}

/** A broker that does not answer is left after a while. */
async function closed(connection: ChannelModel): Promise<void> {
  const patience = new AbortController()
  const late = sleep(closeMs, undefined, { signal: patience.signal }).catch(() => undefined)
  await Promise.race([connection.close().catch(() => undefined), late])
  patience.abort()
  const { connection: inner } = connection
  if ('stream' in inner && inner.stream instanceof Socket) inner.stream.destroy()
}

function failureOf(cause: unknown, url: string): ClientFailure {
  if (cause instanceof ClientFailure) return cause
  const why = wordsOf(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const { host } = new URL(url)
  const isRefused = /\b40[35]\b|ACCESS.?REFUSED|NOT.?ALLOWED/i.test(why) || isOfTls(code)
  return isRefused
    ? new ClientFailure('refused', busName, `${host} does not take us: ${why}`, { cause })
    : new ClientFailure('unreachable', busName, `${host} does not answer: ${why || code}`, { cause })
}

/** The same each time: without an address in OpenSSL's memory, or the name of a queue. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const why = 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : cause.message
  return why.replaceAll(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'ours')
}

function isOfTls(code: string): boolean {
  return /^ERR_(?:SSL|TLS|OSSL)_|CERT|SIGNATURE/.test(code)
}
