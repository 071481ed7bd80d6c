import type { DeliveryState } from '../archive/nights/deliveries.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import type { OutgoingMail } from '../clients/mail/outgoing-mail.ts'
import { UnknownOutcome } from '../clients/unknown-outcome.ts'
import { letterOf } from '../report/letter.ts'
import type { Recipient, SendInput, Sent } from './report-activities.ts'
import { standingOf } from './recipients.ts'
import { addresseesOf, type AddressedMail } from './delivery/addressees.ts'
import { addressingOf, mailChannel } from './delivery/addressing.ts'
import { handedOver, noteDelivery, takenBefore, withHeartbeats } from './delivery/notes.ts'
import { threadOf } from './delivery/thread.ts'
import type { Tools } from './tools.ts'

/**
 * Tries once to hand a report over to the mail server, one mail for each list, and tells how it stands with
 * each recipient. The workflow counts the tries; the archive's note of them is for people, and nothing waits
 * for it.
 */
export function sendReport(tools: Tools): (input: SendInput) => Promise<Sent> {
  return async (input) => {
    if (tools.mail === null) return { messageId: null, recipients: [] }
    const { mailer, sender, rules } = tools.mail
    const about = await addressingOf(tools, input, mailChannel)
    const note = (sent: Pick<Sent, 'messageId' | 'recipients'>) =>
      noteDelivery(tools, input, mailChannel, sent)
    const { mails, skipped, why } = addresseesOf(rules, about, input.recipients)
    await note({ messageId: null, recipients: skipped })
    const taken = takenBefore(input, about)
    const letter = letterOf(about.report, sender)
    const { messageId } = letter
    const send = async ({ to, recipients: asked }: AddressedMail) => {
      const inReplyTo = threadOf(to, about, sender.domain) ?? letter.inReplyTo
      // If this process ends before the answer, that is what is known.
      await note({ messageId, recipients: asked.map(handedOver) })
      const recipients = await handOver(mailer, { ...letter, to, recipients: asked, inReplyTo })
      await note({ messageId, recipients })
      return recipients
    }
    // All at once: a server that holds one mail up must not make the try longer than it may be.
    const tried = await Promise.all(withoutTaken(mails, taken).map(send))
    const recipients = [...taken, ...tried.flat()]
    return recipients.length === 0 ? { messageId: null, recipients, why } : { messageId, recipients }
  }
}

function withoutTaken(
  mails: readonly AddressedMail[],
  taken: readonly Recipient[],
): readonly AddressedMail[] {
  const hasIt = new Set(taken.map(({ recipient }) => recipient))
  return mails
    .map(({ to, recipients }) => ({ to, recipients: recipients.filter((one) => !hasIt.has(one)) }))
    .filter(({ recipients }) => recipients.length > 0)
}

async function handOver(mailer: Mailer, mail: OutgoingMail): Promise<readonly Recipient[]> {
  try {
    return standingOf(mail.recipients, await withHeartbeats(() => mailer.send(mail)))
  } catch (error) {
    // It must not hide what became of the other mails.
    if (!(error instanceof Error)) throw error
    const isKept = error instanceof ClientFailure && !(error instanceof UnknownOutcome)
    const state: DeliveryState = isKept ? 'waiting' : 'unknown'
    return mail.recipients.map((recipient) => ({ recipient, state, why: error.message }))
  }
}
