import { ClientFailure, type FailureKind } from '../failure.ts'
import type { MailServer } from './mail-server.ts'
import { serverWords } from './server-words.ts'
import { UnknownOutcome } from '../unknown-outcome.ts'

/** The properties of nodemailer's errors. */
interface Told {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly responseCode?: unknown
}

/** Whether the whole mail had been sent when it failed. */
export type Handover = 'handed-over' | 'not-handed-over'

/**
 * The failure of a delivery. The server's answer decides. Without an answer, the mail was not delivered; if
 * all of it had been sent, the outcome is unknown. The message never contains the password.
 */
export function mailFailure(thrown: unknown, server: MailServer, progress: Handover): ClientFailure {
  const told = toldBy(thrown)
  const failure = new ClientFailure(
    kindOf(told),
    'mail',
    `${server.host}:${server.port} ${words(thrown, told, server)}`,
  )
  const answered = typeof told.responseCode === 'number'
  return progress === 'handed-over' && !answered ? new UnknownOutcome(failure) : failure
}

function toldBy(thrown: unknown): Told {
  return typeof thrown === 'object' && thrown !== null ? { ...thrown } : {}
}

function kindOf({ code, originalCode, responseCode }: Told): FailureKind {
  if (typeof responseCode === 'number')
    return responseCode >= 500 && responseCode !== 503 ? 'refused' : 'unreachable'
  if (code === 'EPROTOCOL') return 'garbled'
  if (code === 'EAUTH' || code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused'
  return isCertificate(originalCode) ? 'refused' : 'unreachable'
}

function isCertificate(code: unknown): boolean {
  return typeof code === 'string' && /CERT|ALTNAME|SIGNATURE/.test(code)
}

function words(
  thrown: unknown,
  { code, originalCode }: Told,
  { user = '', password = '', deadlineMs }: MailServer,
): string {
  if (code === 'EABORT') return `did not take the mail within ${deadlineMs / 1000} s`
  if (isCertificate(originalCode)) return `has a certificate that is not trusted (${String(originalCode)})`
  const said = thrown instanceof Error ? thrown.message : String(thrown)
  return serverWords(withoutSecret(said, user, password))
}

/** A server may echo the password, as it is or in one of the forms that SMTP sends. */
function withoutSecret(text: string, user: string, password: string): string {
  if (password === '') return text
  const forms = [password, base64(`\0${user}\0${password}`), base64(password)]
  return forms.reduce((rest, form) => rest.replaceAll(form, '[password]'), text)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
