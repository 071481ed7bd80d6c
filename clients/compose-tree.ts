import { ClientFailure, type FailureKind } from './failure.ts'
import { ask, excerpt, failureOf, type AnswerHeaders, type HttpAnswer } from './http.ts'

/** How the compose tree, and other files of Fedora's web servers, may be read. */
export interface ComposeTreeOptions {
  readonly allowedHosts: readonly string[]
  readonly deadlineMs?: number
  readonly maxBytes?: number
}

/** Reads files and folder indexes over HTTP, as text; what did not change since the last time is not sent again. */
export interface ComposeTree {
  /**
   * @throws ClientFailure `absent` for 404, `refused` for 403 (a tree that is still being synced answers so) and hosts that
   *   are not allowed, `unreachable` for no answer and 5xx, `garbled` for an answer over the size.
   */
  read(url: string, options?: { readonly accept?: string }): Promise<string>
  /** Like `read`, with how long ago the file changed by the server's own clock; null where it does not say. */
  readAged(url: string): Promise<AgedFile>
  /** Whether something is there, without reading it; throws as `read` does for all but 404. */
  exists(url: string): Promise<boolean>
}

/** A file, and how many milliseconds ago it changed. */
export interface AgedFile {
  readonly text: string
  readonly ageMs: number | null
}

interface Kept {
  readonly text: string
  readonly validators: Readonly<Record<string, string>>
}

/** Files kept to be asked for conditionally: a night looks at fewer than ten. */
const keptFiles = 32

const anyText = 'text/html, application/json, text/plain, */*;q=0.5'

/** A reader of the compose tree; make one for a process, it remembers what it read. */
export function composeTree({
  allowedHosts,
  deadlineMs = 30_000,
  maxBytes = 32 * 1024 * 1024,
}: ComposeTreeOptions): ComposeTree {
  const kept = new Map<string, Kept>()
  const request = { service: 'the compose tree', allowedHosts, deadlineMs, maxBytes }

  async function readAged(url: string, accept = anyText): Promise<AgedFile> {
    const before = kept.get(url)
    const answer = await ask({ ...request, url, headers: { Accept: accept, ...before?.validators } })
    if (answer.status === 304 && before) return { text: before.text, ageMs: ageOf(answer.headers, before) }
    const file = { text: success(answer), validators: validatorsOf(answer.headers) }
    remember(kept, url, file)
    return { text: file.text, ageMs: ageOf(answer.headers, file) }
  }

  return {
    readAged: (url) => readAged(url),
    read: async (url, { accept } = {}) => (await readAged(url, accept)).text,
    async exists(url) {
      const answer = await ask({ ...request, url, method: 'HEAD' })
      if (failureOf(answer.status) === 'absent') return false
      success(answer)
      return true
    },
  }
}

function success({ status, text, url }: HttpAnswer): string {
  const kind: FailureKind | null =
    status < 200 || (status > 299 && status < 400) ? 'garbled' : failureOf(status)
  if (kind === null) return text
  throw new ClientFailure(
    kind,
    'the compose tree',
    `${url} answered ${status} (${excerpt(text) || 'nothing'})`,
  )
}

function ageOf(headers: AnswerHeaders, { validators }: Kept): number | null {
  const changed = Date.parse(validators['If-Modified-Since'] ?? '')
  const age = Date.parse(headers.get('date') ?? '') - changed
  return Number.isNaN(age) ? null : age
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
