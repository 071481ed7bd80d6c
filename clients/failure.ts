/**
 * The four ways in which a service can fail. They are never mixed up:
 * `unreachable`: no answer, or a 5xx; nothing is known, so ask again;
 * `absent`: the service answered that there is no such thing (404);
 * `refused`: the service, or our own host check, said no; asking again does not help;
 * `garbled`: the answer is malformed (HTML for JSON, too large, cut off).
 */
export type FailureKind = 'unreachable' | 'absent' | 'refused' | 'garbled'

const lineBreaks = /\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g

interface FailureOptions extends ErrorOptions {
  readonly advice?: string | null
}

/**
 * The only error of the clients. Its message is one line and says what was expected, what arrived and what to
 * do.
 */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure'
  readonly kind: FailureKind
  /** The service's name for people: `Koji`, `openQA`, `the compose tree`. */
  readonly service: string
  /** What to do for one who gave the command, where the usual advice for the kind does not fit; else null. */
  readonly advice: string | null

  constructor(kind: FailureKind, service: string, message: string, options?: FailureOptions) {
    super(`${service}: ${message}`.replaceAll(lineBreaks, ' '), options)
    this.kind = kind
    this.service = service
    this.advice = options?.advice ?? null
  }
}

/** Whether a thrown value is a client's failure of this kind. */
export function isFailure<Kind extends FailureKind>(
  thrown: unknown,
  kind: Kind,
): thrown is ClientFailure & { readonly kind: Kind } {
  return thrown instanceof ClientFailure && thrown.kind === kind
}

/** The cause of a failure where the configuration is wrong, or what it names: a person has to correct it. */
export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration'
}
