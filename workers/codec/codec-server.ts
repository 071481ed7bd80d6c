import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Payload, PayloadCodec } from '@temporalio/common'
import { isLoopbackUrl } from '../../clients/loopback.ts'
import { listenAt, type ListeningServer } from '../process/http-server.ts'
import { NotDecrypted } from './encryption-codec.ts'
import { jsonOfPayloads, payloadsOf } from './json-payloads.ts'

/** What a codec server needs. */
export interface CodecServerOptions {
  /** `host:port` of this machine. */
  readonly listen: string
  /** The only web page that may ask: `https://temporal.example.org`. */
  readonly origin: string
  readonly codec: PayloadCodec
}

/** Bytes: Temporal's limit for an answer, 4 MiB, in base64, twice. */
const largestBody = 12 * 1024 * 1024
const limits = { requestTimeout: 5000, headersTimeout: 5000, connectionsCheckingInterval: 1000 }
const mostConnections = 32

/** What an answer to any request has. */
const usualHeaders = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', Vary: 'Origin' }

/** A request that is refused. */
class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Serves `/decode` and `/encode` for Temporal's web UI and its command line. It listens on this machine only,
 * and answers web pages of one origin only. It never logs what it decodes.
 * @throws Error of Node if the port is taken
 */
export async function serveCodec({ listen, origin, codec }: CodecServerOptions): Promise<ListeningServer> {
  const acts = new Map([
    ['/decode', (payloads: Payload[]) => codec.decode(payloads)],
    ['/encode', (payloads: Payload[]) => codec.encode(payloads)],
  ])
  const server = createServer(limits, (request, response) => {
    void answer(request, response).catch((error: unknown) => refuse(response, error))
  })
  server.maxConnections = mostConnections
  return await listenAt(server, listen)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    checkAsker(request, origin)
    for (const [name, value] of Object.entries({ ...usualHeaders, ...sharedWith(origin, request) }))
      response.setHeader(name, value)
    // The UI adds parameters.
    const [path = ''] = (request.url ?? '').split('?')
    const act = acts.get(path)
    if (act === undefined) throw new Refused(404, 'expected /decode or /encode')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (request.method !== 'POST') throw new Refused(405, 'expected POST')
    const payloads = readPayloads(await bodyOf(request))
    response.setHeader('Content-Type', 'application/json')
    response.end(jsonOfPayloads(await act(payloads)))
  }
}

/** Whether `host:port` names this machine, so that no other machine reaches it. */
export function isOfThisMachine(address: string): boolean {
  const url = URL.parse(`http://${address}`)
  return url !== null && isLoopbackUrl(url)
}

/**
 * A web page of any site may send requests to this machine, also by a name that the site lets point here
 * (DNS rebinding): then the name or the origin is not ours.
 */
function checkAsker({ headers }: IncomingMessage, origin: string): void {
  if (!isOfThisMachine(headers.host ?? '')) throw new Refused(403, 'expected an address of this machine')
  if (headers.origin !== undefined && headers.origin !== origin)
    throw new Refused(403, 'expected the origin of the UI that is configured')
}

function sharedWith(origin: string, { headers }: IncomingMessage): Record<string, string> {
  if (headers.origin === undefined) return {}
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'Content-Type, X-Namespace, Authorization',
    // A page of another machine asks this one: https://wicg.github.io/private-network-access/
    ...(headers['access-control-request-private-network'] && {
      'Access-Control-Allow-Private-Network': 'true',
    }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > largestBody) throw new Refused(413, `expected at most ${largestBody} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}

function readPayloads(text: string): Payload[] {
  try {
    return payloadsOf(text)
  } catch {
    throw new Refused(400, 'expected payloads in the JSON of Protocol Buffers')
  }
}

/** Says why, where it is no secret. */
function refuse(response: ServerResponse, error: unknown): void {
  const isTold = error instanceof Refused || error instanceof NotDecrypted
  const status = error instanceof Refused ? error.status : isTold ? 422 : 500
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    ...usualHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  })
  response.end(`${isTold ? error.message : 'it failed'}\n`)
}
