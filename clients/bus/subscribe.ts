import { randomUUID } from 'node:crypto'
import type { BusPlace } from './certificate.ts'
import { closed, connected, failureOf } from './connection.ts'

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

/**
 * Connects, and takes the messages of some topics from now on. The queue has a random name, belongs to this
 * connection and is deleted with it: what is sent while nobody listens is not heard.
 * @throws ClientFailure `unreachable` or `refused`
 */
export async function subscribe({ place, topics, client }: BusQuestion, take: Take): Promise<Subscription> {
  const connection = await connected(place, client)
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
