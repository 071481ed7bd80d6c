import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { disturb } from '../disturbance.ts'
import { answerCall, faultText } from './answer.ts'
import { HubFault } from './fault.ts'
import { kojiVersion } from './methods.ts'
import { readCall, Unreadable } from './read.ts'
import type { HubTask } from './row.ts'
import { writeFault, writeResponse } from './write.ts'
import { listen, type Listening } from '../listen.ts'
import type { Disturbance } from '../script.ts'

/** What the hub has and how it behaves; called for each request. */
export interface HubOptions {
  readonly tasks: () => readonly HubTask[]
  readonly disturbed?: () => Disturbance['how'] | null
  readonly port?: number
}

/** A Koji hub on loopback. */
export interface KojiHub extends Listening {
  /** The number of requests so far. */
  requests(): number
}

const longestRequest = 4 * 2 ** 20

/** Serves Koji's XML-RPC like hub 1.35.3, on any path like the real one. */
export async function startKojiHub({ tasks, disturbed, port }: HubOptions): Promise<KojiHub> {
  let count = 0
  const listening = await listen((request, response) => {
    count += 1
    serve(request, response, tasks, disturbed?.() ?? null).catch((thrown: unknown) => {
      plain(response, 500, `the lab's hub broke: ${String(thrown)}`)
    })
  }, port)
  return { ...listening, url: `${listening.url}/kojihub`, requests: () => count }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  tasks: HubOptions['tasks'],
  how: Disturbance['how'] | null,
): Promise<void> {
  const body = await text(request)
  if (how !== null && how !== 'offline') return disturb(how, request, response)
  if (request.method !== 'POST') return plain(response, 405, 'Method Not Allowed: this is an XML-RPC server')
  if (body.length > longestRequest) return plain(response, 400, 'Request too long')
  try {
    const call = readCall(body)
    if (how === 'offline') throw HubFault.koji(1014, 'planned outage')
    send(response, 200, 'text/xml', writeResponse(answerCall(tasks(), call)))
  } catch (thrown) {
    if (thrown instanceof HubFault)
      return send(response, 200, 'text/xml', writeFault(thrown.code, faultText(thrown)))
    if (thrown instanceof Unreadable) return plain(response, 400, `Invalid request: ${thrown.message}`)
    throw thrown
  }
}

function plain(response: ServerResponse, status: number, said: string): void {
  send(response, status, 'text/plain', `${said}\n`)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Koji-Version': kojiVersion,
  })
  response.end(body)
}
