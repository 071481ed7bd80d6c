/** A plain-text mail. Everything is given, the date too, so that the same mail sent again is the same to the byte. */
export interface OutgoingMail {
  /** `<unique@domain>`: mail servers and readers know a mail that came twice by it. */
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** ISO, UTC. */
  readonly date: string
  readonly listId: string
  readonly inReplyTo: string | null
}
