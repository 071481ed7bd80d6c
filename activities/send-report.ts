import { activityInfo, heartbeat } from '@temporalio/activity'
import type { DeliveryState } from '../archive/nights/deliveries.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { Mailer } from '../clients/mail/mail.ts'
import { UnknownOutcome } from '../clients/unknown-outcome.ts'
import { letterOf, type Letter } from '../report/letter.ts'
import { parseReport } from '../report/report-schema.ts'
import type { Report } from '../report/report.ts'
import type { Recipient, SendInput, Sent } from './report-activities.ts'
import { standingOf } from './recipients.ts'
import { askArchive, noteInArchive } from './archive-failures.ts'
import { unrecorded } from './compose-report.ts'
import { reportFacts } from './report-facts.ts'
import type { Tools } from './tools.ts'

const channel = 'mail'

/**
 * Tries once to hand a report over to the mail server, and tells how it stands with each recipient. The
 * workflow counts the tries; the archive's note of them is for people, and nothing waits for it.
 */
export function sendReport(tools: Tools): (input: SendInput) => Promise<Sent> {
  return async (input) => {
    if (tools.mail === null) return { messageId: null, recipients: [] }
    const { mailer, addresses } = tools.mail
    const letter = letterOf(await reportToSend(tools, input), addresses)
    const taken = await takenBefore(tools, input)
    const asked = [...new Set(input.recipients ?? letter.to)].filter(
      (one) => !taken.some(({ recipient }) => recipient === one),
    )
    const recipients = [...taken, ...(asked.length === 0 ? [] : await handOver(mailer, letter, asked))]
    await noteInArchive(() => note(tools, input, { messageId: letter.messageId, recipients }))
    return { messageId: letter.messageId, recipients }
  }
}

/**
 * The edition of the archive; made again from the night's facts where the archive has none, or cannot give
 * it.
 */
async function reportToSend(tools: Tools, { run, edition, recorded, report }: SendInput): Promise<Report> {
  if (recorded) {
    const kept = await askArchive(async () => {
      const text = await tools.archive.reportOf(run, edition)
      return text === null ? null : parseReport(text)
    })
    if (kept.kind === 'value' && kept.value !== null) return kept.value
  }
  return unrecorded(await reportFacts(tools, report), edition).report
}

/** Those who have this edition by the archive, so also where Temporal has lost the history of it. */
async function takenBefore(
  { archive }: Tools,
  { run, edition, recorded, recipients }: SendInput,
): Promise<readonly Recipient[]> {
  // An edition that the archive did not number may have the number of another one.
  const known = recorded ? await askArchive(() => archive.deliveriesOf(run)) : null
  if (known?.kind !== 'value') return []
  return known.value
    .filter((each) => each.edition === edition && each.channel === channel && each.state === 'delivered')
    .filter(({ recipient }) => recipients === null || recipients.includes(recipient))
    .map(({ recipient, why }) => ({ recipient, state: 'delivered', why }))
}

async function handOver(
  mailer: Mailer,
  letter: Letter,
  to: readonly string[],
): Promise<readonly Recipient[]> {
  const beats = setInterval(() => heartbeat(), (activityInfo().heartbeatTimeoutMs ?? 60_000) / 3)
  const all = (state: DeliveryState, why: string) => to.map((recipient) => ({ recipient, state, why }))
  try {
    return standingOf(to, await mailer.send({ ...letter, recipients: to }))
  } catch (error) {
    if (!(error instanceof ClientFailure)) throw error
    return all(error instanceof UnknownOutcome ? 'unknown' : 'waiting', error.message)
  } finally {
    clearInterval(beats)
  }
}

async function note({ archive }: Tools, { run, edition, attempt }: SendInput, sent: Sent): Promise<void> {
  const at = new Date().toISOString()
  const { messageId, recipients } = sent
  for (const each of recipients)
    await archive.delivered({ run, edition, channel, messageId, attempts: attempt, at, ...each })
}
