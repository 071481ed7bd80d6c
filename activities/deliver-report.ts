import { parseReport } from '../report/report-schema.ts'
import { letterOf } from '../report/letter.ts'
import type { Report } from '../report/report.ts'
import type { DeliveryAnswer, DeliveryInput } from './activities.ts'
import { askArchive, noteInArchive } from './archive-failures.ts'
import { unrecorded } from './compose-report.ts'
import { runId } from './night-run.ts'
import { reportFacts } from './report-facts.ts'
import type { Tools } from './tools.ts'

const channel = 'mail'

/**
 * Sends a report as a mail, once. The archive notes that a mail server took it. A retry before that note
 * sends the same mail with the same Message-ID. The mail does not wait for an archive that is away.
 */
export function deliverReport(tools: Tools): (input: DeliveryInput) => Promise<DeliveryAnswer> {
  return async (input) => {
    if (tools.mail === null) return { messageId: null, recipients: 0 }
    const letter = letterOf(await reportToDeliver(tools, input), tools.mail.addresses)
    const { messageId, to } = letter
    if (!(await wasDelivered(tools, input.edition))) {
      await tools.mail.mailer.send(letter)
      for (const recipient of to) await noteInArchive(() => note(tools, input.edition, recipient, messageId))
    }
    return { messageId, recipients: to.length }
  }
}

/**
 * The edition of the archive; made again from the night's facts where the archive has none, or cannot give
 * it.
 */
async function reportToDeliver(tools: Tools, { edition, recorded, report }: DeliveryInput): Promise<Report> {
  if (recorded) {
    const kept = await askArchive(async () => {
      const text = await tools.archive.reportOf(runId(), edition)
      return text === null ? null : parseReport(text)
    })
    if (kept.kind === 'value' && kept.value !== null) return kept.value
  }
  return unrecorded(await reportFacts(tools, report), edition).report
}

async function wasDelivered({ archive }: Tools, edition: number): Promise<boolean> {
  const known = await askArchive(() => archive.deliveriesOf(runId()))
  if (known.kind !== 'value') return false
  return known.value.some(
    (each) => each.edition === edition && each.channel === channel && each.state === 'delivered',
  )
}

function note({ archive }: Tools, edition: number, recipient: string, messageId: string): Promise<void> {
  const at = new Date().toISOString()
  const delivery = { run: runId(), edition, channel, recipient, messageId, why: '', attempts: 1, at }
  return archive.delivered({ ...delivery, state: 'delivered' })
}
