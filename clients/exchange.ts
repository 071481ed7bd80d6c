import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'

/** One request as it goes out. */
export interface Outgoing {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/** The head of an answer, and its body as it comes. */
export interface Incoming {
  readonly status: number
  header(name: string): string | null
  /** The decoded body. It must be read to its end, or discarded. */
  body(): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

/** Bytes. */
const shortRest = 65_536

/**
 * A module of Node's own, loaded when it is needed: TLS alone takes a short command longer than its request, and importing
 * `node:http` the usual way brings the whole of fetch along.
 */
const builtin: typeof process.getBuiltinModule = (id: string) => process.getBuiltinModule(id)

const decoders = new Map<string, () => Transform>([
  ['gzip', () => builtin('node:zlib').createGunzip()],
  ['x-gzip', () => builtin('node:zlib').createGunzip()],
  ['deflate', () => builtin('node:zlib').createInflate()],
])

/**
 * Sends one request and waits for the head of its answer; a redirect is an answer. Connections are used again, and an
 * idle one keeps no process alive. @throws whatever Node's client ends with.
 */
export async function exchange(url: URL, { method, headers, body, signal }: Outgoing): Promise<Incoming> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
  const client = url.protocol === 'https:' ? builtin('node:https') : builtin('node:http')
  const request = client.request(url, {
    method,
    headers: { 'Accept-Encoding': 'gzip, deflate', ...headers, ...length },
    signal,
  })
  request.on('response', resolve).on('error', reject)
  request.end(body)
  return incoming(await promise)
}

function incoming(message: IncomingMessage): Incoming {
  return {
    status: message.statusCode ?? 0,
    header: (name) => headerOf(message.headers, name),
    body: () => decoded(message),
    discard: () => discard(message),
  }
}

/** Reading a short rest keeps the connection; a long one, or one of unknown length, is not worth it. */
function discard(message: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  message.once('close', resolve).once('error', () => {})
  if (Number(message.headers['content-length']) <= shortRest) message.resume()
  else message.destroy()
  return promise
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name.toLowerCase()]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

function decoded(message: IncomingMessage): AsyncIterable<Uint8Array> {
  const decoder = decoders.get((message.headers['content-encoding'] ?? '').toLowerCase())?.()
  if (!decoder) return message
  builtin('node:stream').pipeline(message, decoder, () => {})
  return decoder
}
