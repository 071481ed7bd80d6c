import type { Receipt } from '../clients/mail/mail.ts'
import type { Recipient } from './report-activities.ts'

/** How it stands with each of those who were asked. One who is in no answer may have the mail. */
export function standingOf(
  asked: readonly string[],
  { accepted, refused, answer }: Receipt,
): readonly Recipient[] {
  return asked.map((recipient) => {
    const no = refused.find((each) => each.recipient === recipient)
    if (no !== undefined) return { recipient, state: no.forGood ? 'refused' : 'waiting', why: no.said }
    return { recipient, state: accepted.includes(recipient) ? 'delivered' : 'unknown', why: answer }
  })
}
