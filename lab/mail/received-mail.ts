import { readMail } from './mail-text.ts'

/** A mail as it came in. Header values are decoded, and empty where the mail has no such header. */
export interface ReceivedMail {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly date: string
  readonly inReplyTo: string
  readonly text: string
  /** The mail as it was sent, a character for each byte. */
  readonly raw: string
  /** Whom the sender named to the server, whatever the headers say. */
  readonly recipients: readonly string[]
}

/** A mail from its bytes and its envelope. */
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
