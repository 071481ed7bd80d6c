import { exchange, type Incoming } from './exchange.ts'
import { ClientFailure, type FailureKind } from './failure.ts'
import { pageWords } from './html-page.ts'
import { limitedBody, unanswered, type Limits } from './limited-body.ts'

/** One HTTP request with its limits. Sizes are bytes of the decoded body, times milliseconds. */
export interface HttpRequest {
  readonly service: string
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** `refused`: it is not sent where it is redirected to, as no act is. */
  readonly redirects?: 'refused'
  /** Allowed `host` or `host:port` values, also for redirects. */
  readonly allowedHosts: readonly string[]
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal
}

/** The headers of an answer; letter case does not matter. */
export interface AnswerHeaders {
  get(name: string): string | null
}

/** A complete answer with a status below 500. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  readonly text: string
  readonly url: string
}

/** An answer of any status, whose body is still to come. */
export interface StreamedAnswer {
  readonly status: number
  readonly url: string
  header(name: string): string | null
  /** The body within its limits. Read it to its end or leave its loop. It throws like {@link ask}. */
  body(): AsyncIterable<Uint8Array>
  /** Drops the body. */
  discard(): Promise<void>
}

const userAgent = 'nightjar/0.1 (+https://fedoraproject.org/wiki/QA; tests nightly composes)'
const maxRedirects = 5

/**
 * Sends a request once and reads the whole answer, within limits for size, time and hosts.
 * @throws ClientFailure `unreachable` for no answer, 429 and 5xx; `refused` for a host that is not allowed;
 *   `garbled` for an answer that is too large. Every other status is an answer.
 */
export async function ask(asked: HttpRequest): Promise<HttpAnswer> {
  const request = limited(asked)
  const { url, response } = await reach(request)
  return await settle(request, url, response)
}

/**
 * Like {@link ask}, for an answer that is too large to be kept. The limits also hold for its body.
 * @throws ClientFailure as {@link ask} does, but every status is an answer.
 */
export async function askStreamed(asked: HttpRequest): Promise<StreamedAnswer> {
  const request = limited(asked)
  const { url, response } = await reach(request)
  return {
    status: response.status,
    url: url.href,
    header: (name) => response.header(name),
    body: () => limitedBody(request, url, response),
    discard: () => response.discard(),
  }
}

/** Sends a request, and again where it is redirected to. */
async function reach(request: LimitedRequest): Promise<{ url: URL; response: Incoming }> {
  let url = new URL(request.url)
  for (let hops = 0; hops <= maxRedirects; hops++) {
    checkHost(request, url)
    const response = await send(request, url)
    const location = locationOf(response)
    if (location === null) return { url, response }
    await response.discard()
    const next = redirection(request, location, url)
    if (refusesRedirects(request)) throw redirected(request, url, next)
    url = next
  }
  throw new ClientFailure(
    'refused',
    request.service,
    `${request.url} redirects more than ${maxRedirects} times`,
  )
}

/** An act is never sent a second time, not even after a redirect. */
function refusesRedirects({ method, redirects }: HttpRequest): boolean {
  return method === 'POST' || method === 'PUT' || redirects === 'refused'
}

/** Where paths are hidden, a slash would not be seen. */
function redirected({ service }: HttpRequest, from: URL, next: URL): ClientFailure {
  const isSlash = next.origin === from.origin && next.pathname === `${from.pathname}/`
  const target = isSlash ? `${next.href} (with a slash at its end)` : next.href
  const words = `${from.href} redirects to ${target}; configure that URL if it is right`
  return new ClientFailure('refused', service, words)
}

/** The failure kind of a status; null for a success. */
export function failureOf(status: number): FailureKind | null {
  if (status === 404 || status === 410) return 'absent'
  if (status >= 500 || status === 408 || status === 429) return 'unreachable'
  return status >= 400 ? 'refused' : null
}

/**
 * The start of an answer on one line, for an error message. A page of HTML is named, not quoted. Of control
 * characters, which a terminal could take for commands, none is left.
 */
export function excerpt(text: string, length = 120): string {
  const page = pageWords(text)
  const line = (page ?? text).replaceAll(/[\s\p{C}]+/gu, ' ').trim()
  const start = line.length > length ? `${line.slice(0, length)}…` : line
  return page === null ? start : `an HTML page: ${start || 'without words'}`
}

type LimitedRequest = HttpRequest & Limits

function limited(request: HttpRequest): LimitedRequest {
  const deadline = AbortSignal.timeout(request.deadlineMs)
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
  return { ...request, signal }
}

function checkHost({ service, allowedHosts }: HttpRequest, url: URL): void {
  const named = allowedHosts.includes(url.host) || allowedHosts.includes(url.hostname)
  if (named && (url.protocol === 'http:' || url.protocol === 'https:')) return
  throw new ClientFailure(
    'refused',
    service,
    `${url.protocol}//${url.host} is not among the allowed hosts (${allowedHosts.join(', ')}); add it to the configuration if it is yours`,
  )
}

async function send(request: LimitedRequest, url: URL): Promise<Incoming> {
  try {
    return await exchange(url, {
      method: request.method ?? 'GET',
      headers: { 'User-Agent': userAgent, Accept: '*/*', ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: request.signal,
    })
  } catch (cause) {
    throw unanswered(request, url, cause)
  }
}

function locationOf(response: Incoming): string | null {
  return response.status >= 300 && response.status <= 399 ? response.header('location') : null
}

function redirection(request: HttpRequest, location: string, from: URL): URL {
  const { service } = request
  const next = URL.parse(location, from.href)
  if (from.protocol === 'https:' && next?.protocol === 'http:')
    throw new ClientFailure(
      'refused',
      service,
      `${from.href} redirects to ${next.href}, which is not encrypted`,
    )
  if (next !== null) return next
  const target = JSON.stringify(excerpt(location))
  // No server takes an act and redirects it.
  const kind = refusesRedirects(request) ? 'refused' : 'garbled'
  throw new ClientFailure(kind, service, `${from.href} redirects to ${target}, which is no URL`)
}

async function settle(request: LimitedRequest, url: URL, response: Incoming): Promise<HttpAnswer> {
  const text = await readWithin(request, url, response)
  if (failureOf(response.status) === 'unreachable') {
    throw new ClientFailure(
      'unreachable',
      request.service,
      `${url.href} answered ${response.status} (${excerpt(text) || 'nothing'})`,
    )
  }
  const headers = { get: (name: string) => response.header(name) }
  return { status: response.status, headers, text, url: url.href }
}

async function readWithin(request: LimitedRequest, url: URL, response: Incoming): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of limitedBody(request, url, response)) chunks.push(chunk)
  // Decoding once at the end takes less memory than appending text.
  return new TextDecoder().decode(Buffer.concat(chunks))
}
