import { ClientFailure } from '../failure.ts'
import { ask, excerpt, failureOf, type HttpAnswer } from '../http.ts'
import { said } from './openqa-error.ts'
import { authorization, type OpenQaKey } from './openqa-signature.ts'

/** One request to openQA's API. `URLSearchParams` encodes query and form, as the signature needs. */
export interface OpenQaRequest {
  readonly method: 'GET' | 'POST'
  /** Below `/api/v1`, with a leading slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

/** An openQA server, with key and limits. */
export interface OpenQaServer {
  /** May carry a base path: `https://example.org/openqa`. */
  readonly url: string
  readonly key: OpenQaKey | null
  readonly allowedHosts: readonly string[]
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | null
}

/** A JSON answer, and how far openQA's clock is ahead of ours (ms; null without a Date header). */
export interface OpenQaAnswer {
  readonly value: unknown
  readonly clockSkewMs: number | null
}

/** openQA refuses a signature older than this, in ms. */
const signatureAge = 300_000

/**
 * Asks openQA once.
 * @throws ClientFailure; its message never contains key or secret.
 */
export async function askOpenQa(server: OpenQaServer, request: OpenQaRequest): Promise<OpenQaAnswer> {
  const { url, target } = address(server, request)
  const answer = await ask({
    service: 'openQA',
    url,
    method: request.method,
    headers: headersOf(server, request, target),
    ...(request.form && { body: new URLSearchParams(request.form).toString() }),
    allowedHosts: server.allowedHosts,
    deadlineMs: server.deadlineMs,
    maxBytes: server.maxBytes,
    ...(server.signal && { signal: server.signal }),
  })
  const clockSkewMs = skewOf(answer)
  const kind = failureOf(answer.status)
  if (kind !== null) throw new ClientFailure(kind, 'openQA', refusal(server, request, answer, clockSkewMs))
  return { value: json(request, answer), clockSkewMs }
}

function address(server: OpenQaServer, { path, query }: OpenQaRequest): { url: string; target: string } {
  const base = new URL(server.url)
  const search = new URLSearchParams(query).toString()
  const target = `${base.pathname.replace(/\/+$/, '')}/api/v1${path}${search && `?${search}`}`
  return { url: `${base.origin}${target}`, target }
}

function headersOf({ key }: OpenQaServer, { form }: OpenQaRequest, target: string): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ...(key && authorization(key, target, Date.now())),
  }
}

function skewOf({ headers }: HttpAnswer): number | null {
  const theirs = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(theirs) ? null : theirs - Date.now()
}

function refusal(
  { url, key }: OpenQaServer,
  { method, path }: OpenQaRequest,
  answer: HttpAnswer,
  skewMs: number | null,
): string {
  const words = `${method} ${path} answered ${answer.status}: ${hidden(said(answer.text), key)}`
  if (answer.status !== 401 && answer.status !== 403) return words
  if (skewMs !== null && Math.abs(skewMs) > signatureAge) return `${words}; ${clockAdvice(skewMs)}`
  return `${words}; check the key and secret for ${new URL(url).host}`
}

function clockAdvice(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  const side = skewMs > 0 ? 'behind' : 'ahead of'
  return `this machine's clock is ${seconds} s ${side} openQA's, which accepts no more than 300 s: set the clock`
}

/** A server may echo the request; key and secret must not reach a log. */
function hidden(text: string, key: OpenQaKey | null): string {
  return key ? text.replaceAll(key.secret, '…').replaceAll(key.key, '…') : text
}

function json({ method, path }: OpenQaRequest, { text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const arrived = excerpt(text) || 'nothing'
    throw new ClientFailure('garbled', 'openQA', `${method} ${path}: expected JSON, got ${arrived}`, {
      cause,
    })
  }
}
