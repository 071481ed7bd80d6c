import { dueSpan } from '../../compose/naming/night-date.ts'
import { verdictWords } from '../../jobs/verdict/verdicts.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { Report } from '../../report/report.ts'
import { askArchive } from '../archive-failures.ts'
import { unrecorded } from '../compose-report.ts'
import type { SendInput } from '../report-activities.ts'
import { plainFacts } from '../report-facts.ts'
import type { Tools } from '../tools.ts'
import type { Addressing } from './addressees.ts'

/** The channel of mails in the archive. */
export const mailChannel = 'mail'

/** Gathers what decides who gets an edition on a channel. An archive that is away holds nothing up. */
export async function addressingOf(tools: Tools, input: SendInput, channel: string): Promise<Addressing> {
  const report = await reportToSend(tools, input)
  const known = await askArchive(() => tools.archive.deliveriesOf(input.run))
  return {
    report,
    verdictBefore: await verdictBefore(tools, report),
    deliveries: known.kind === 'value' ? known.value.filter((each) => each.channel === channel) : null,
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
  return unrecorded(await plainFacts(tools, report), edition).report
}

/** The verdict of the stream's last night before that has one; null where none is known. */
async function verdictBefore({ archive }: Tools, { night }: Report): Promise<string | null> {
  const { stream } = night
  const before = dueSpan(night).from
  const last = await askArchive(() => archive.nights({ stream, before, verdicts: verdictWords, limit: 1 }))
  return last.kind === 'value' ? (last.value[0]?.verdict ?? null) : null
}
