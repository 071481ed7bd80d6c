import { createHash } from 'node:crypto'

import { createTransport } from 'nodemailer'

import { envelopeAddress } from './envelope.ts'
import { checkMail } from './mail-check.ts'
import { mailFailure } from './mail-failure.ts'
import type { MailServer } from './mail-server.ts'
import type { OutgoingMail } from './outgoing-mail.ts'
import { serverWords } from './server-words.ts'
import { smtpOptions } from './smtp-options.ts'
import { refusedRecipients, type RefusedRecipient } from './refused-recipients.ts'

/** The server's answer for each recipient. */
export interface Receipt {
  readonly accepted: readonly string[]
  readonly refused: readonly RefusedRecipient[]
  readonly answer: string
}

/** Sends mails. */
export interface Mailer {
  /**
   * Sends one mail, once, to those of its recipients that the server takes.
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
    ...smtpOptions(server),
    logger: {
      info: (entry: { readonly tnx?: string }) => {
        handedOver ||= entry.tnx === 'message'
      },
    },
  })
  try {
    const signal = AbortSignal.timeout(server.deadlineMs)
    const told = await transport.sendMail({ ...message(mail), signal })
    return receipt(mail, told.accepted, { refused: refusedRecipients(told), answer: told.response })
  } catch (thrown) {
    const refused = typeof thrown === 'object' && thrown !== null ? refusedRecipients(thrown) : []
    if (refused.length > 0) return receipt(mail, [], { refused, answer: '' })
    throw mailFailure(thrown, server, handedOver ? 'handed-over' : 'not-handed-over')
  }
}

/** The answer in the words of the caller: nodemailer has its own spelling of the addresses. */
function receipt(
  { recipients }: OutgoingMail,
  accepted: readonly string[],
  { refused, answer }: Omit<Receipt, 'accepted'>,
): Receipt {
  const named = (spelling: string) =>
    recipients.filter((one) => envelopeAddress(one) === envelopeAddress(spelling))
  return {
    accepted: accepted.flatMap(named),
    refused: refused.flatMap((each) => named(each.recipient).map((recipient) => ({ ...each, recipient }))),
    answer: serverWords(answer),
  }
}

function message(mail: OutgoingMail) {
  const { messageId, from, to, recipients, subject, text, html, json, date, listId, inReplyTo } = mail
  return {
    messageId,
    from,
    to: [...to],
    envelope: { from, to: recipients.map(envelopeAddress) },
    subject,
    text,
    ...(html === null ? {} : { html }),
    attachments:
      json === null ? [] : [{ filename: json.name, content: json.text, contentType: 'application/json' }],
    baseBoundary: boundaryOf(mail),
    date: new Date(date),
    ...(inReplyTo === null ? {} : { inReplyTo, references: inReplyTo }),
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Id': listId },
    xMailer: false as const,
  }
}

/**
 * The line between the parts. It is the same whenever the mail is sent again, and nobody can write it into a
 * text: it depends on the whole of it.
 */
function boundaryOf({ messageId, text, html, json }: OutgoingMail): string {
  return createHash('sha256')
    .update(JSON.stringify([messageId, text, html, json]))
    .digest('hex')
    .slice(0, 32)
}
