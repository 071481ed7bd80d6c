import { readMail } from './mail-text.ts'

/** A received mail. Header values are decoded, and empty if the mail has no such header. */
export interface ReceivedMail {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly date: string
  readonly inReplyTo: string
  readonly text: string
  /** The mail as sent, one character for each byte. */
  readonly raw: string
  /** The recipients of the SMTP envelope. */
  readonly recipients: readonly string[]
}

/** Makes a mail from its bytes and its envelope. */
export function receivedMail(raw: Buffer, recipients: readonly string[]): ReceivedMail {
  const { headers, text } = readMail(raw)
  const header = (name: string) => headers.get(name) ?? ''
  return {
    messageId: header('message-id'),
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    date: header('date'),
    inReplyTo: header('in-reply-to'),
    text,
    raw: raw.toString('latin1'),
    recipients,
  }
}
