import { createHash } from 'node:crypto'
import { gistOf } from '../../report/gist.ts'
import { letterOf } from '../../report/letter.ts'
import type { Report } from '../../report/report.ts'
import { isOfStream, wants } from '../../report/rules/wants.ts'
import type { Settings } from '../../workers/config/config.ts'
import { deadlinesOf } from '../../workers/config/deadlines.ts'
import { mailOf } from '../../workers/tools.ts'
import { UsageError } from '../exit-code.ts'

/**
 * Mails a report to those for whom a rule of the configuration wants it, one mail for each rule; answers who
 * was asked. The Message-ID follows from what it says: what says the same is the same mail.
 * @throws UsageError where no mail is configured, ClientFailure
 */
export async function sendReport(report: Report, settings: Settings): Promise<readonly string[]> {
  const mail = mailOf(settings, deadlinesOf(settings.patience).send)
  if (mail === null) throw new UsageError('no mail is configured: add [mail] with host, from and to')
  const letter = letterOf(withOwnId(report), mail.sender)
  const wanting = mail.rules.filter((rule) => isOfStream(rule, report) && wants(rule, report, null))
  const told = new Set<string>()
  for (const { to } of wanting) {
    const recipients = to.filter((one) => !told.has(one))
    if (recipients.length === 0) continue
    const { refused } = await mail.mailer.send({ ...letter, to, recipients })
    for (const { recipient, said } of refused) console.error(`nightjar: ${recipient} was refused: ${said}`)
    for (const one of recipients) if (!refused.some(({ recipient }) => recipient === one)) told.add(one)
  }
  return [...told]
}

function withOwnId(report: Report): Report {
  const digest = createHash('sha256').update(gistOf(report)).digest('hex').slice(0, 12)
  return { ...report, run: `${report.run}/${digest}` }
}
