import type { Incoming } from './exchange.ts'
import { ClientFailure } from './failure.ts'

/** The limits of a request whose deadline is running. */
export interface Limits {
  readonly service: string
  readonly deadlineMs: number
  readonly maxBytes: number
  /** Aborts at the deadline, or before. */
  readonly signal: AbortSignal
}

/**
 * The body of an answer in pieces. Of one that is too large, as much comes as is allowed: it may say why.
 * @throws ClientFailure `garbled` if it is too large, `unreachable` if it breaks off or is late.
 */
export async function* limitedBody(
  limits: Limits,
  url: URL,
  response: Incoming,
): AsyncGenerator<Uint8Array, void> {
  let size = 0
  try {
    for await (const chunk of response.body()) {
      size += chunk.byteLength
      const excess = size - limits.maxBytes
      yield excess > 0 ? chunk.subarray(0, -excess) : chunk
      if (excess > 0) throw tooLarge(limits, url)
    }
  } catch (cause) {
    throw cause instanceof ClientFailure ? cause : unanswered(limits, url, cause)
  }
}

/** The failure of a request that got no answer, or not the whole of it. */
export function unanswered(limits: Limits, url: URL, cause: unknown): ClientFailure {
  const message = `${url.href} gave no answer: ${causeOf(cause, limits)}`
  return new ClientFailure('unreachable', limits.service, message, { cause })
}

function tooLarge({ service, maxBytes }: Limits, url: URL): ClientFailure {
  return new ClientFailure(
    'garbled',
    service,
    `${url.href} sent more than ${maxBytes} bytes; the answer was dropped`,
  )
}

function causeOf(thrown: unknown, { deadlineMs, signal }: Limits): string {
  // After an abort, Node's own error does not tell the reason.
  const cause: unknown = signal.aborted ? signal.reason : thrown
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return `none within ${deadlineMs / 1000} s`
  // A host with several addresses gives one error for each.
  const [first] = cause instanceof AggregateError ? cause.errors : [cause]
  return first instanceof Error ? first.message || first.name : cause.message
}
