import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { listen, type Listening } from '../listen.ts'
import type { LabService } from '../script.ts'
import { strike, type Guard, type BrokenConnection, type PassingCall } from './spoil.ts'

/** The service behind a gate, and its port. */
export interface Behind {
  readonly service: LabService
  readonly port: number
}

interface Backend extends Behind {
  readonly agent: Agent
}

interface Answer {
  readonly head: IncomingMessage
  readonly body: Buffer
}

/** A gate in front of a web service: every call passes it, and the guard may spoil it. */
export async function startWebGate(behind: Behind, guard: Guard): Promise<Listening> {
  const agent = new Agent({ keepAlive: true })
  const listening = await listen((request, response) => {
    pass({ ...behind, agent }, guard, request, response).catch(() => response.destroy())
  })
  return {
    ...listening,
    async close() {
      agent.destroy()
      await listening.close()
    },
  }
}

async function pass(
  behind: Backend,
  guard: Guard,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request)
  const spoil = guard(callOf(behind.service, request, body))
  const early = await strike(spoil, 'before', 'late')
  if (early !== null) {
    breakConnection(early, response)
    const carryOut = async () => {
      if (!response.closed) await once(response, 'close')
      await forward(behind, request, body)
    }
    if (spoil?.when === 'late') await (spoil.keep === undefined ? carryOut() : spoil.keep(carryOut))
    return
  }
  const answer = await forward(behind, request, body)
  const late = await strike(spoil, 'after')
  if (late !== null) return breakConnection(late, response)
  response.writeHead(answer.head.statusCode ?? 502, answer.head.headers).end(answer.body)
}

function callOf(
  service: LabService,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
): PassingCall {
  const { pathname, searchParams } = new URL(url, 'http://gate')
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const form = isForm ? [...new URLSearchParams(body.toString())] : []
  return { service, method, path: pathname, params: Object.fromEntries([...searchParams, ...form]) }
}

async function forward(
  { port, agent }: Backend,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const going = ask({ host: '127.0.0.1', port, agent, method, path: url, headers })
  going.end(body)
  const [head]: IncomingMessage[] = await once(going, 'response')
  if (head === undefined) throw new Error('a response event without a response')
  return { head, body: await buffer(head) }
}

function breakConnection(how: BrokenConnection, response: ServerResponse): void {
  switch (how) {
    case 'reset':
      response.destroy()
      return
    case '502':
      response.writeHead(502, { 'Content-Type': 'text/html' })
      response.end('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>')
      return
    case 'hang':
      return
    default:
      how satisfies never
  }
}
