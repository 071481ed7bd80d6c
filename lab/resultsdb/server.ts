import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen, type Listening } from '../listen.ts'
import { html, type Reply } from '../openqa/call.ts'
import { faultOf, type OpenQaFault } from '../openqa/fault.ts'
import { answer } from './routes.ts'
import type { ResultsState, StoredResult } from './stored.ts'

/** A request that reached the lab's ResultsDB. */
export interface ResultsCall {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The query as it was sent. */
  readonly search: string
  readonly body: string
}

/** Options of the lab's ResultsDB. */
export interface LabResultsDbOptions {
  readonly port?: number
  /** The login of the proxy in front of it, `user:password`; by default there is none. */
  readonly login?: string
  /** How a call is disturbed; null if it is not. */
  readonly disturbed?: (call: ResultsCall) => OpenQaFault | null
}

/** A ResultsDB on loopback, below `/api/v2.0`, that forgets everything when it closes. */
export interface LabResultsDb extends Listening {
  results(): readonly StoredResult[]
  /** Every request, disturbed ones included. */
  requests(): readonly ResultsCall[]
}

/** Starts a ResultsDB. `test/contract/resultsdb` holds it to what a real one answered. */
export async function startLabResultsDb(options: LabResultsDbOptions = {}): Promise<LabResultsDb> {
  const state: ResultsState = { results: [], groups: new Map(), testcases: new Map() }
  const calls: ResultsCall[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const origin = `http://${request.headers.host ?? '127.0.0.1'}`
    const { pathname: path, searchParams: query, search } = new URL(request.url ?? '/', origin)
    const call = { method: request.method ?? 'GET', path, query, search, body: await text(request) }
    calls.push(call)
    const fault = faultOf(options.disturbed?.(call) ?? null)
    const reply = () => replyTo(options, state, { call, origin, headers: request.headers })
    fault.spoil(response, fault.isDone ? reply() : null)
  }
  const listening = await listen((request, response) => void serve(request, response), options.port)
  return { ...listening, results: () => state.results, requests: () => calls }
}

interface Asked {
  readonly call: ResultsCall
  readonly origin: string
  readonly headers: IncomingMessage['headers']
}

function replyTo(
  { login }: LabResultsDbOptions,
  state: ResultsState,
  { call, origin, headers }: Asked,
): Reply {
  const token = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  if (login !== undefined && Buffer.from(token, 'base64').toString() !== login)
    return html(401, '<html><title>401 Unauthorized</title></html>')
  return answer(state, { ...call, origin, type: headers['content-type'] ?? '' })
}
