import { letterOf } from '../report/letter.ts'
import type { DeliveryAnswer } from './activities.ts'
import { recallReport } from './recall.ts'
import { setBaseline } from './baseline.ts'
import type { Tools } from './tools.ts'

/**
 * Sends a report as a mail, once. A mark in the archive records that a mail server took it. A retry before
 * that mark sends the same mail with the same Message-ID.
 */
export function deliverReport({
  archive,
  mail,
}: Tools): (input: { readonly report: string }) => Promise<DeliveryAnswer> {
  return async ({ report: ref }) => {
    const report = await recallReport(archive, ref)
    if (report.tests.counts.total > 0) await setBaseline(archive, report.night.stream, ref)
    if (mail === null) return { messageId: null, recipients: 0 }
    const letter = letterOf(report, mail.addresses)
    const { messageId, to } = letter
    const mark = `sent/${messageId}`
    if ((await archive.claimed(mark)) === null) {
      await mail.mailer.send(letter)
      await archive.claim(mark, ref)
    }
    return { messageId, recipients: to.length }
  }
}
