import { ClientFailure, WrongConfiguration } from '../failure.ts'
import { ask, excerpt, failureOf, type HttpAnswer } from '../http.ts'
import { isLoopbackUrl } from '../loopback.ts'
import { said } from './resultsdb-error.ts'

/** A user of the proxy in front of a ResultsDB. */
export interface ResultsDbLogin {
  readonly user: string
  readonly password: string
}

/** A ResultsDB, with its limits. */
export interface ResultsDbServer {
  /** Of its API, without a closing slash. */
  readonly url: string
  readonly login: ResultsDbLogin | null
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | null
}

/** One request to its API. */
export interface ResultsDbRequest {
  readonly method: 'GET' | 'POST'
  /** Below the URL of the API, with a leading slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}

/**
 * Asks a ResultsDB once, for JSON.
 * @throws ClientFailure; its message never contains the password.
 */
export async function askResultsDb(server: ResultsDbServer, request: ResultsDbRequest): Promise<unknown> {
  const search = new URLSearchParams(request.query).toString()
  const answer = await ask({
    service: 'ResultsDB',
    url: `${server.url}${request.path}${search && `?${search}`}`,
    method: request.method,
    headers: headersOf(server, request),
    ...(request.body && { body: JSON.stringify(request.body) }),
    allowedHosts: [new URL(server.url).host],
    deadlineMs: server.deadlineMs,
    maxBytes: server.maxBytes,
    ...(server.signal && { signal: server.signal }),
  })
  const kind = failureOf(answer.status)
  // The paths of the API are always there. Where one is not, the URL is wrong: no result is known absent.
  if (kind === 'absent') throw wrongUrl(refusal(server, request, answer))
  if (kind !== null) throw new ClientFailure(kind, 'ResultsDB', refusal(server, request, answer))
  return json(request, answer)
}

function headersOf(server: ResultsDbServer, { body }: ResultsDbRequest): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(body && { 'Content-Type': 'application/json' }),
    ...authorization(server),
  }
}

/** A password is sent in clear text, so only through TLS or to this machine. */
function authorization({ url, login }: ResultsDbServer): Record<string, string> {
  if (login === null) return {}
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && !isLoopbackUrl(parsed)) {
    const advice = 'it would send the password unencrypted; give resultsdb.url with https'
    throw new ClientFailure('refused', 'ResultsDB', `${url} was not asked: ${advice}`)
  }
  const token = Buffer.from(`${login.user}:${login.password}`).toString('base64')
  return { Authorization: `Basic ${token}` }
}

function wrongUrl(words: string): ClientFailure {
  return new ClientFailure('refused', 'ResultsDB', words, { cause: new WrongConfiguration(words) })
}

function refusal({ url, login }: ResultsDbServer, { method, path }: ResultsDbRequest, answer: HttpAnswer) {
  const words = `${method} ${path} answered ${answer.status}: ${hidden(said(answer.text), login)}`
  if (failureOf(answer.status) === 'absent')
    return `${words}; expected the API at ${url}: resultsdb.url ends in /api/v2.0`
  if (answer.status !== 401 && answer.status !== 403) return words
  return `${words}; check resultsdb.user and NIGHTJAR_RESULTSDB_PASSWORD for ${new URL(url).host}`
}

/** A server may echo the request; the password must not reach a log. */
function hidden(text: string, login: ResultsDbLogin | null): string {
  return login ? text.replaceAll(login.password, '…') : text
}

function json({ method, path }: ResultsDbRequest, { text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const arrived = excerpt(text) || 'nothing'
    const message = `${method} ${path}: expected JSON, got ${arrived}`
    throw new ClientFailure('garbled', 'ResultsDB', message, { cause })
  }
}
