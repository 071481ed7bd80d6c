import { ClientFailure, type FailureKind } from '../failure.ts'
import { excerpt } from '../http.ts'
import type { MailServer } from './mail-server.ts'
import { UnknownOutcome } from '../unknown-outcome.ts'

/** What nodemailer's errors carry besides their message. */
interface Told {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly responseCode?: unknown
}

/** How far a mail had come when it failed. */
export type Handover = 'handed-over' | 'not-handed-over'

/**
 * What a failed delivery means. An answer decides; without one the mail was not taken, unless all of it had been sent.
 * Whatever the server says, no message holds the password.
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
  return excerpt(withoutSecret(said, user, password).replaceAll(/\p{C}/gu, ' '), 300)
}

/** A server may echo what it was sent: the password itself, or one of the forms in which SMTP sends it. */
function withoutSecret(text: string, user: string, password: string): string {
  if (password === '') return text
  const forms = [password, base64(`\0${user}\0${password}`), base64(password)]
  return forms.reduce((rest, form) => rest.replaceAll(form, '[password]'), text)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
