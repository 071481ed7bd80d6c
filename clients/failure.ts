/**
 * The four ways an outside service can fail us, which must never be mixed up:
 * `unreachable` no answer, or a 5xx: nothing is known, ask again;
 * `absent` the service answered that the thing is not there (404);
 * `refused` the service, or our own host check, says no: asking again will not help;
 * `garbled` an answer came that is not what it should be (HTML for JSON, too large, cut off).
 */
export type FailureKind = 'unreachable' | 'absent' | 'refused' | 'garbled'

/** What a client throws, always. The message says what was expected, what arrived and, where known, what to do. */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure'
  readonly kind: FailureKind
  /** The service in a person's words: `Koji`, `openQA`, `the compose tree`. */
  readonly service: string

  constructor(kind: FailureKind, service: string, message: string, options?: ErrorOptions) {
    super(`${service}: ${message}`, options)
    this.kind = kind
    this.service = service
  }
}

/** Whether a thrown value is a client's failure of that kind. */
export function isFailure<Kind extends FailureKind>(
  thrown: unknown,
  kind: Kind,
): thrown is ClientFailure & { readonly kind: Kind } {
  return thrown instanceof ClientFailure && thrown.kind === kind
}
