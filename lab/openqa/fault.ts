import type { ServerResponse } from 'node:http'
import type { Reply } from './call.ts'

/**
 * How the lab's openQA spoils a call. Without effect: an error page, a reset, no answer. `…-after`: the call
 * takes effect first. `half`: it takes effect, and its answer breaks off.
 */
export type OpenQaFault =
  | '502'
  | '503'
  | 'offline'
  | 'reset'
  | 'hang'
  | '502-after'
  | 'reset-after'
  | 'hang-after'
  | 'half'

/** What a fault does: whether the call takes effect, and what is sent. */
export interface SpoiledCall {
  readonly isDone: boolean
  /** `reply` is null if the call took no effect. */
  readonly spoil: (response: ServerResponse, reply: Reply | null) => void
}

/** The effect of a fault. Without one, the reply is sent unchanged. */
export function faultOf(fault: OpenQaFault | null): SpoiledCall {
  return fault === null ? { isDone: true, spoil: send } : faults[fault]
}

const badGateway = page(502, 'Bad Gateway')
const unavailable = page(503, 'Service Unavailable')

const faults: Readonly<Record<OpenQaFault, SpoiledCall>> = {
  '502': { isDone: false, spoil: badGateway },
  '503': { isDone: false, spoil: unavailable },
  offline: { isDone: false, spoil: unavailable },
  reset: { isDone: false, spoil: cut },
  hang: { isDone: false, spoil: () => {} },
  '502-after': { isDone: true, spoil: badGateway },
  'reset-after': { isDone: true, spoil: cut },
  'hang-after': { isDone: true, spoil: () => {} },
  half: { isDone: true, spoil: sendHalf },
}

function send(response: ServerResponse, reply: Reply | null): void {
  if (reply === null) return cut(response)
  response.writeHead(reply.status, { 'Content-Type': reply.type, ...reply.headers })
  response.end(reply.body)
}

function page(status: number, title: string): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' })
    response.end(`<html><head><title>${status} ${title}</title></head><body>${title}</body></html>`)
  }
}

function sendHalf(response: ServerResponse, reply: Reply | null): void {
  const body = reply?.body ?? ''
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
  response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy())
}

function cut(response: ServerResponse): void {
  response.destroy()
}
