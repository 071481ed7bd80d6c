/** A plain-text mail. The caller sets everything, also the date: sent again, it is identical to the byte. */
export interface OutgoingMail {
  /** `<unique@domain>`: mail servers and readers recognize a duplicate by it. */
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
