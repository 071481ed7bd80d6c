/**
 * A mail as text, and as HTML if it has that. The caller sets all, also the date: sent again, it is the same
 * to the byte.
 */
export interface OutgoingMail {
  /** `<unique@domain>`: mail servers and readers recognize a duplicate by it. */
  readonly messageId: string
  readonly from: string
  /** Those whom the mail names. */
  readonly to: readonly string[]
  /** Those who get it now. */
  readonly recipients: readonly string[]
  readonly subject: string
  readonly text: string
  /** Says what the text says; null for a mail of text alone. */
  readonly html: string | null
  /** A file for programs; null for none. */
  readonly json: { readonly name: string; readonly text: string } | null
  /** ISO, UTC. */
  readonly date: string
  readonly listId: string
  readonly inReplyTo: string | null
}
