import { activityInfo, heartbeat } from '@temporalio/activity'
import type { DeliveryState } from '../archive/nights/deliveries.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import type { OutgoingMail } from '../clients/mail/outgoing-mail.ts'
import { UnknownOutcome } from '../clients/unknown-outcome.ts'
import { letterOf } from '../report/letter.ts'
import type { Recipient, SendInput, Sent } from './report-activities.ts'
import { standingOf } from './recipients.ts'
import { addresseesOf, type AddressedMail, type Addressing } from './delivery/addressees.ts'
import { addressingOf, mailChannel } from './delivery/addressing.ts'
import { threadOf } from './delivery/thread.ts'
import { noteInArchive } from './archive-failures.ts'
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
    const about = await addressingOf(tools, input)
    const { mails, skipped, why } = addresseesOf(rules, about, input.recipients)
    await note(tools, input, { messageId: null, recipients: skipped })
    const taken = takenBefore(input, about)
    const letter = letterOf(about.report, sender)
    const { messageId } = letter
    const send = async ({ to, recipients: asked }: AddressedMail) => {
      const inReplyTo = threadOf(to, about, sender.domain) ?? letter.inReplyTo
      // If this process ends before the answer, that is what is known.
      await note(tools, input, { messageId, recipients: asked.map(handedOver) })
      const recipients = await handOver(mailer, { ...letter, to, recipients: asked, inReplyTo })
      await note(tools, input, { messageId, recipients })
      return recipients
    }
    // All at once: a server that holds one mail up must not make the try longer than it may be.
    const tried = await Promise.all(withoutTaken(mails, taken).map(send))
    const recipients = [...taken, ...tried.flat()]
    return recipients.length === 0 ? { messageId: null, recipients, why } : { messageId, recipients }
  }
}

/** Those who have this edition by the archive, so also where Temporal has lost the history of it. */
function takenBefore(
  { edition, recorded, recipients }: SendInput,
  { deliveries }: Addressing,
): readonly Recipient[] {
  // An edition that the archive did not number may have the number of another one.
  if (!recorded || deliveries === null) return []
  return deliveries
    .filter((each) => each.edition === edition && each.state === 'delivered')
    .filter(({ recipient }) => recipients === null || recipients.includes(recipient))
    .map(({ recipient, why }) => ({ recipient, state: 'delivered', why }))
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

function handedOver(recipient: string): Recipient {
  return { recipient, state: 'unknown', why: 'handed over, and no answer yet' }
}

async function handOver(mailer: Mailer, mail: OutgoingMail): Promise<readonly Recipient[]> {
  const beats = setInterval(() => heartbeat(), (activityInfo().heartbeatTimeoutMs ?? 60_000) / 3)
  try {
    return standingOf(mail.recipients, await mailer.send(mail))
  } catch (error) {
    // It must not hide what became of the other mails.
    if (!(error instanceof Error)) throw error
    const isKept = error instanceof ClientFailure && !(error instanceof UnknownOutcome)
    const state: DeliveryState = isKept ? 'waiting' : 'unknown'
    return mail.recipients.map((recipient) => ({ recipient, state, why: error.message }))
  } finally {
    clearInterval(beats)
  }
}

/** Writes down how it stands with some recipients, those without a mail too. */
function note(
  { archive }: Tools,
  { run, edition, attempt }: SendInput,
  { messageId, recipients }: Pick<Sent, 'messageId' | 'recipients'>,
): Promise<void> {
  const all = {
    run,
    edition,
    channel: mailChannel,
    messageId,
    attempts: attempt,
    at: new Date().toISOString(),
  }
  return noteInArchive(async () => {
    for (const each of recipients) await archive.delivered({ ...all, ...each })
  })
}
