import { standingOf } from '../../activities/recipients.ts'
import type { Recipient } from '../../activities/report-activities.ts'
import { addresseesOf } from '../../activities/delivery/addressees.ts'
import { mailChannel } from '../../activities/delivery/addressing.ts'
import { threadOf } from '../../activities/delivery/thread.ts'
import type { Delivery } from '../../archive/nights/deliveries.ts'
import { letterOf } from '../../report/letter.ts'
import type { Report } from '../../report/report.ts'
import type { Settings } from '../config/config.ts'
import { deadlinesOf } from '../config/deadlines.ts'
import { mailOf } from '../tools.ts'

/**
 * Mails an edition of the archive to those of its recipients who are not known to have it, as the same mail;
 * answers how it stands with each, and nobody where all have it, or no mail is configured.
 * @throws ClientFailure
 */
export async function mailAgain(
  settings: Settings,
  report: Report,
  known: readonly Delivery[],
): Promise<readonly Recipient[]> {
  const mail = mailOf(settings, deadlinesOf(settings.patience).send)
  if (mail === null) return []
  const deliveries = known.filter(({ channel }) => channel === mailChannel)
  const about = { report, verdictBefore: null, deliveries }
  const { mails } = addresseesOf(mail.rules, about, leftOf(report, deliveries))
  const letter = letterOf(report, mail.sender)
  const standings: Recipient[] = []
  for (const { to, recipients } of mails) {
    const inReplyTo = threadOf(to, about, mail.sender.domain) ?? letter.inReplyTo
    const receipt = await mail.mailer.send({ ...letter, to, recipients, inReplyTo })
    standings.push(...standingOf(recipients, receipt))
  }
  return standings
}

/** Those who may lack an edition; null where the archive knows nothing of its mails, so that rules decide. */
function leftOf({ edition }: Report, deliveries: readonly Delivery[]): readonly string[] | null {
  const ofIt = deliveries.filter((each) => each.edition === edition)
  if (ofIt.length === 0) return null
  return ofIt
    .filter(({ state }) => state !== 'delivered' && state !== 'skipped')
    .map(({ recipient }) => recipient)
}
