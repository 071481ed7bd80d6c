import { createTransport } from 'nodemailer'

import { checkMail } from './mail-check.ts'
import { mailFailure } from './mail-failure.ts'
import { encryptionOf, type MailServer } from './mail-server.ts'
import type { OutgoingMail } from './outgoing-mail.ts'

/** The server's answer to a mail that it accepted. */
export interface Receipt {
  readonly accepted: readonly string[]
  /** Recipients that it refused, while it accepted others. */
  readonly refused: readonly string[]
  readonly answer: string
}

/** Sends mails. */
export interface Mailer {
  /**
   * Sends one mail, once.
   * @throws UnknownOutcome if the connection broke after the whole mail was sent: the server may have it;
   *   ClientFailure `unreachable` for no answer and 4xx, `refused` for 5xx and an invalid mail, `garbled` if
   *   the host is not a mail server
   */
  send(mail: OutgoingMail): Promise<Receipt>
}

/** Sends mails, each over its own connection: a night sends one. */
export function mailer(server: MailServer): Mailer {
  return { send: (mail) => send(server, mail) }
}

async function send(server: MailServer, mail: OutgoingMail): Promise<Receipt> {
  checkMail(mail)
  let handedOver = false
  // nodemailer's errors do not say how much was sent; its log has an entry after the last byte.
  const transport = createTransport({
    ...connection(server),
    logger: {
      info: (entry: { readonly tnx?: string }) => {
        handedOver ||= entry.tnx === 'message'
      },
    },
  })
  try {
    const signal = AbortSignal.timeout(server.deadlineMs)
    const { accepted, rejected, response } = await transport.sendMail({ ...message(mail), signal })
    return { accepted, refused: rejected, answer: response }
  } catch (thrown) {
    throw mailFailure(thrown, server, handedOver ? 'handed-over' : 'not-handed-over')
  }
}

function connection(server: MailServer) {
  const { host, port, user, password, deadlineMs } = server
  const encryption = encryptionOf(server)
  // The signal of `send` ends a mail at its deadline. nodemailer's own limits must come later.
  const limitMs = 2 * deadlineMs
  return {
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
    name: 'nightjar.localdomain',
    dnsTimeout: limitMs,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    maxResponseSize: 64 * 1024,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function message({ messageId, from, to, subject, text, date, listId, inReplyTo }: OutgoingMail) {
  return {
    messageId,
    from,
    to: [...to],
    subject,
    text,
    date: new Date(date),
    ...(inReplyTo === null ? {} : { inReplyTo, references: inReplyTo }),
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Id': listId },
    xMailer: false as const,
  }
}
