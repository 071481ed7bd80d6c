import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'

/** An outgoing request. */
export interface Outgoing {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/** The head of an answer, and its body as a stream. */
export interface Incoming {
  readonly status: number
  header(name: string): string | null
  /** The decoded body. Read it to its end, or discard it. */
  body(): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

/** Bytes. */
const shortRest = 65_536

/**
 * Loads a module of Node when it is needed: in a short command, TLS takes longer to load than a request
 * takes. A plain import of `node:http` would also load all of fetch.
 */
const builtin: typeof process.getBuiltinModule = (id: string) => process.getBuiltinModule(id)

const decoders = new Map<string, () => Transform>([
  ['gzip', () => builtin('node:zlib').createGunzip()],
  ['x-gzip', () => builtin('node:zlib').createGunzip()],
  ['deflate', () => builtin('node:zlib').createInflate()],
])

/**
 * Sends one request and waits for the head of its answer, which may be a redirect. Connections are reused; an
 * idle one does not keep the process alive.
 * @throws the error of Node's client.
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

/** A short rest is read, to reuse the connection. Otherwise the connection is closed. */
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
  return decoder ? decodedBy(decoder, message) : message
}

/** An answer to HEAD and a 304 have the head of an answer to GET, so an empty body needs no coding. */
async function* decodedBy(decoder: Transform, message: IncomingMessage): AsyncGenerator<Uint8Array> {
  let isEmpty = true
  message.once('data', () => (isEmpty = false))
  builtin('node:stream').pipeline(message, decoder, () => {})
  try {
    yield* decoder
  } catch (error) {
    if (!isEmpty || !message.complete) throw error
  }
}
