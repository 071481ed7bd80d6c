import type { ChannelModel, ConfirmChannel } from 'amqplib'
import { ClientFailure } from '../failure.ts'
import { busName, type BusPlace } from './certificate.ts'
import { closed, connected, failureOf } from './connection.ts'

/** A message as it goes to the broker. */
export interface BusMessage {
  /** The same at each try. */
  readonly id: string
  readonly topic: string
  readonly headers: Readonly<Record<string, string | number>>
  /** JSON. */
  readonly body: string
}

/** Where messages go, and how we call ourselves there. */
export interface BusWriter {
  readonly place: BusPlace
  readonly client: Readonly<Record<string, string>>
}

const exchange = 'amq.topic'
const persistent = 2

/**
 * Sends one message over a connection of its own, and ends when the broker has confirmed it: a night says
 * about ten.
 * @throws ClientFailure `refused` if the broker does not let us publish this; any other: it may have it, so
 *   it is sent again with the same id
 */
export async function publishToBus(
  { place, client }: BusWriter,
  message: BusMessage,
  signal: AbortSignal,
): Promise<void> {
  const connection = await connectedOrLater({ place, client })
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new ClientFailure('unreachable', busName, 'it did not confirm in time'))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    connection.on('error', () => undefined)
    const channel = await connection.createConfirmChannel()
    await Promise.race([confirmed(channel, message), stopped])
  } catch (cause) {
    throw failureOf(cause, place.url)
  } finally {
    await closed(connection)
  }
}

/** Whether the broker lets us in; nothing is sent. @throws ClientFailure */
export async function probeBus({ place, client }: BusWriter): Promise<string> {
  await closed(await connected(place, client))
  return `${new URL(place.url).host} lets us in`
}

/** A certificate that is refused gets renewed: that is no refusal of the message. */
async function connectedOrLater({ place, client }: BusWriter): Promise<ChannelModel> {
  try {
    return await connected(place, client)
  } catch (cause) {
    const { message } = failureOf(cause, place.url)
    throw new ClientFailure('unreachable', busName, message.replace(`${busName}: `, ''), { cause })
  }
}

function confirmed(channel: ConfirmChannel, { id, topic, headers, body }: BusMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.on('error', reject)
    channel.on('close', () => reject(new Error('the channel was closed before it confirmed')))
    const options = {
      messageId: id,
      headers,
      priority: 0,
      deliveryMode: persistent,
      contentType: 'application/json',
      contentEncoding: 'utf-8',
    }
    channel.publish(exchange, topic, Buffer.from(body), options, (error: unknown) => {
      if (error === null) resolve()
      else reject(new Error('the broker did not take it', { cause: error }))
    })
  })
}
