import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, credentials, type ChannelModel } from 'amqplib'
import { ClientFailure } from '../failure.ts'
import { busName, readCredentials, type BusPlace } from './certificate.ts'

const connectMs = 10_000
const closeMs = 2000

/**
 * Connects to a broker; the certificate says who we are.
 * @param client how we call ourselves there, for its operators
 * @throws ClientFailure `unreachable` or `refused`
 */
export async function connected(
  place: BusPlace,
  client: Readonly<Record<string, string>>,
): Promise<ChannelModel> {
  const files = await readCredentials(place)
  try {
    return await connect(`${place.url}?heartbeat=30`, {
      ...files,
      clientProperties: client,
      credentials: credentials.external(),
      timeout: connectMs,
    })
  } catch (cause) {
    throw failureOf(cause, place.url)
  }
}

/** Closes a connection. A broker that does not answer is left after a while. */
export async function closed(connection: ChannelModel): Promise<void> {
  const patience = new AbortController()
  const late = sleep(closeMs, undefined, { signal: patience.signal }).catch(() => undefined)
  await Promise.race([connection.close().catch(() => undefined), late])
  patience.abort()
  const { connection: inner } = connection
  if ('stream' in inner && inner.stream instanceof Socket) inner.stream.destroy()
}

/** What became of a question to a broker, as a failure of a client. */
export function failureOf(cause: unknown, url: string): ClientFailure {
  if (cause instanceof ClientFailure) return cause
  const why = wordsOf(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const { host } = new URL(url)
  const isRefused = /\b40[35]\b|ACCESS.?REFUSED|NOT.?ALLOWED/i.test(why) || isOfTls(code)
  return isRefused
    ? new ClientFailure('refused', busName, `${host} does not take us: ${why}`, { cause })
    : new ClientFailure('unreachable', busName, `${host} does not answer: ${why || code}`, { cause })
}

/**
 * The same each time: without an address in OpenSSL's memory, or the name of a queue. Also without Node's
 * advice to trust what the system trusts: the authorities are those in `ca`.
 */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const why = 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : cause.message
  return why
    .replace(/; if the root CA is installed locally, .*$/s, '')
    .replaceAll(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'ours')
}

function isOfTls(code: string): boolean {
  return /^ERR_(?:SSL|TLS|OSSL)_|CERT|SIGNATURE/.test(code)
}
