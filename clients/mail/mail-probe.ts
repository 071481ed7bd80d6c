import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { ClientFailure } from '../failure.ts'
import { envelopeAddress } from './envelope.ts'
import { mailFailure } from './mail-failure.ts'
import type { MailServer } from './mail-server.ts'
import type { RefusedRecipient } from './refused-recipients.ts'
import { serverWords } from './server-words.ts'
import { smtpOptions } from './smtp-options.ts'

/** The envelope of a mail that is asked about. */
export interface ProbedEnvelope {
  readonly from: string
  readonly recipients: readonly string[]
}

type Said = (command: string) => Promise<{ readonly status: number; readonly response: string }>

/** nodemailer lets a way to log in send commands of its own: here those before a mail's text. */
const method = 'ENVELOPE'

/**
 * Asks a mail server whether it would take a mail, and sends none: it connects, logs in, names the sender and
 * the recipients, and takes that back. Answers the recipients that the server refuses. It cannot tell what a
 * server says only to the mail itself, and what becomes of a mail behind it.
 * @throws ClientFailure as a mail does, also where the sender is refused
 */
export async function probeMail(
  server: MailServer,
  envelope: ProbedEnvelope,
): Promise<readonly RefusedRecipient[]> {
  const refused: RefusedRecipient[] = []
  const customAuth = {
    [method]: ({ sendCommand }: { sendCommand: Said }) => ask(sendCommand, envelope, refused),
  }
  const { auth, ...options } = smtpOptions(server)
  const connection = new SMTPConnection({ ...options, customAuth })
  const { promise: failed, reject } = Promise.withResolvers<never>()
  connection.on('error', reject)
  const late = setTimeout(
    () => reject(unreachable(server, `did not answer within ${server.deadlineMs / 1000} s`)),
    server.deadlineMs,
  )
  try {
    await Promise.race([talk(connection, auth), failed])
    connection.quit()
    return refused
  } catch (thrown) {
    connection.close()
    throw thrown instanceof ClientFailure ? thrown : mailFailure(thrown, server, 'not-handed-over')
  } finally {
    clearTimeout(late)
  }
}

async function talk(
  connection: SMTPConnection,
  auth: { readonly user: string; readonly pass: string } | undefined,
): Promise<void> {
  await settled((done) => connection.connect(done))
  // As nodemailer does when it sends: a server that offers no login gets the mail without one.
  if (auth !== undefined && connection.allowsAuth) await settled((done) => connection.login(auth, done))
  await settled((done) => connection.login({ method }, done))
}

function settled(act: (done: (error?: Error | null) => void) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  act((error) => (error ? reject(error) : resolve()))
  return promise
}

async function ask(
  say: Said,
  { from, recipients }: ProbedEnvelope,
  refused: RefusedRecipient[],
): Promise<void> {
  const sender = await say(`MAIL FROM:<${envelopeAddress(from)}>`)
  if (!isTaken(sender)) throw answered(sender, 'refuses the sender')
  for (const recipient of recipients) {
    const answer = await say(`RCPT TO:<${envelopeAddress(recipient)}>`)
    if (!isTaken(answer))
      refused.push({ recipient, forGood: answer.status >= 500, said: serverWords(answer.response) })
  }
  await say('RSET')
}

function isTaken({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300
}

function answered(
  { status, response }: { readonly status: number; readonly response: string },
  what: string,
): Error {
  return new ClientFailure(
    status >= 500 ? 'refused' : 'unreachable',
    'mail',
    `it ${what}: ${serverWords(response)}`,
  )
}

function unreachable({ host, port }: MailServer, words: string): ClientFailure {
  return new ClientFailure('unreachable', 'mail', `${host}:${port} ${words}`)
}
