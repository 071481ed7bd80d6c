import { simpleParser, type AddressObject } from 'mailparser'

/** A received mail. Header values are decoded, and empty if the mail has no such header. */
export interface ReceivedMail {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  /** In UTC, as `Tue, 24 Nov 2026 09:07:00 GMT`. */
  readonly date: string
  readonly inReplyTo: string
  /** The plain text. */
  readonly text: string
  /** The mail as sent, one character for each byte. */
  readonly raw: string
  /** The recipients of the SMTP envelope. */
  readonly recipients: readonly string[]
}

/** Only the sent text, without the HTML that a mail program would make of it. */
const asSent = { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }

/** Makes a mail from its bytes and its envelope. */
export async function receivedMail(raw: Buffer, recipients: readonly string[]): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, asSent)
  return {
    messageId: mail.messageId ?? '',
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    date: mail.date?.toUTCString() ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    text: mail.text ?? '',
    raw: raw.toString('latin1'),
    recipients,
  }
}

function addresses(header: AddressObject | AddressObject[] | undefined): string {
  return [header ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}
