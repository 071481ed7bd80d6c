import { ClientFailure, type FailureKind } from './failure.ts'
import { ask, askStreamed, excerpt, failureOf, type AnswerHeaders, type HttpAnswer } from './http.ts'

/** The limits for reads from the compose tree and Fedora's other web servers. */
export interface ComposeTreeOptions {
  readonly allowedHosts: readonly string[]
  readonly deadlineMs?: number
  readonly maxBytes?: number
}

/** Reads files and folder indexes over HTTP as text. An unchanged file is not transferred again. */
export interface ComposeTree {
  /**
   * @throws ClientFailure `absent` for 404, `refused` for 403 (the answer of a tree that still syncs) and
   *   hosts that are not allowed, `unreachable` for no answer and 5xx, `garbled` for a too large answer.
   */
  read(url: string, options?: ReadOptions): Promise<string>
  /** Like `read`, with the file's time and age by the server's clock; null if the server does not send it. */
  readAged(url: string): Promise<AgedFile>
  /** Whether a URL exists, without reading it. Throws like `read`, except for 404. */
  exists(url: string): Promise<boolean>
  /** Reads a file that is too large to be kept, in pieces. Throws like `read`, once the reading begins. */
  stream(url: string, limits: StreamLimits): AsyncIterable<Uint8Array>
}

/** How a file is read. */
export interface ReadOptions {
  readonly accept?: string
  /** What failures call the server; `the compose tree` by default. */
  readonly service?: string
  /** Milliseconds; that of the tree by default. */
  readonly deadlineMs?: number
  /** The limit of the tree by default. */
  readonly maxBytes?: number
}

/** The limits for a file that is read in pieces. */
export interface StreamLimits {
  /** Milliseconds until the last piece. */
  readonly deadlineMs: number
  readonly maxBytes: number
}

/** A file, when it was last changed (ISO), and its age in milliseconds. */
export interface AgedFile {
  readonly text: string
  readonly changedAt: string | null
  readonly ageMs: number | null
}

interface Kept {
  readonly text: string
  readonly validators: Readonly<Record<string, string>>
}

/** How many files are cached for conditional requests; a night reads fewer than ten. */
const keptFiles = 32

const anyText = 'text/html, application/json, text/plain, */*;q=0.5'

/** A reader of the compose tree. Make one for a process: it caches files. */
export function composeTree({
  allowedHosts,
  deadlineMs = 30_000,
  maxBytes = 32 * 1024 * 1024,
}: ComposeTreeOptions): ComposeTree {
  const kept = new Map<string, Kept>()
  const request = { service: 'the compose tree', allowedHosts, deadlineMs, maxBytes }

  async function readAged(url: string, options: ReadOptions = {}): Promise<AgedFile> {
    const { accept = anyText, ...limits } = options
    const asked = { ...request, ...limits }
    const before = kept.get(url)
    const headers = { Accept: accept, ...before?.validators }
    const answer = await ask({ ...asked, url, headers })
    if (answer.status === 304 && before) return aged(before, answer.headers)
    const file = { text: success(answer, asked.service), validators: validatorsOf(answer.headers) }
    remember(kept, url, file)
    return aged(file, answer.headers)
  }

  return {
    readAged: (url) => readAged(url),
    read: async (url, options) => (await readAged(url, options)).text,
    async exists(url) {
      const answer = await ask({ ...request, url, method: 'HEAD' })
      if (failureOf(answer.status) === 'absent') return false
      success(answer, request.service)
      return true
    },
    async *stream(url, limits) {
      const answer = await askStreamed({ ...request, ...limits, url })
      const kind = kindOf(answer.status)
      if (kind === null) return yield* answer.body()
      await answer.discard()
      throw new ClientFailure(kind, request.service, `${answer.url} answered ${answer.status}`)
    },
  }
}

function success({ status, text, url }: HttpAnswer, service: string): string {
  const kind = kindOf(status)
  if (kind === null) return text
  throw new ClientFailure(kind, service, `${url} answered ${status} (${excerpt(text) || 'nothing'})`)
}

/** The failure kind of a status when a file was asked for; null if the file comes. */
function kindOf(status: number): FailureKind | null {
  return status < 200 || (status > 299 && status < 400) ? 'garbled' : failureOf(status)
}

function aged({ text, validators }: Kept, headers: AnswerHeaders): AgedFile {
  const changed = Date.parse(validators['If-Modified-Since'] ?? '')
  const age = Date.parse(headers.get('date') ?? '') - changed
  return {
    text,
    changedAt: Number.isNaN(changed) ? null : new Date(changed).toISOString(),
    ageMs: Number.isNaN(age) ? null : age,
  }
}

function validatorsOf(headers: AnswerHeaders): Record<string, string> {
  const etag = headers.get('etag')
  const modified = headers.get('last-modified')
  return {
    ...(etag === null ? {} : { 'If-None-Match': etag }),
    ...(modified === null ? {} : { 'If-Modified-Since': modified }),
  }
}

function remember(kept: Map<string, Kept>, url: string, file: Kept): void {
  kept.delete(url)
  if (Object.keys(file.validators).length > 0) kept.set(url, file)
  const oldest = kept.keys().next()
  if (kept.size > keptFiles && oldest.done !== true) kept.delete(oldest.value)
}
