import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { Report } from '../../report/report.ts'
import { mailAgain } from '../../workers/channels/mail-again.ts'
import type { Settings } from '../../workers/config/config.ts'
import { noted } from './noted.ts'

/**
 * Mails an edition again to those who may lack it; answers how it stands with each.
 * @throws Error where nobody lacks it, or nobody could be mailed; ClientFailure
 */
export async function sendByMail(
  settings: Settings,
  report: Report,
  archive: Pick<ArchiveReader, 'deliveriesOf'>,
): Promise<string> {
  const { run, edition } = report
  const known = await archive.deliveriesOf(run)
  const standings = await mailAgain(settings, report, known)
  if (standings.length === 0)
    throw new Error(`edition ${edition} of ${run} was delivered by mail to everybody for whom it is`)
  await noted(settings, report, { channel: 'mail', known, standings })
  const said = standings.map(({ recipient, state, why }) => `${recipient} ${state} (${why})`).join(', ')
  if (standings.every(({ state }) => state !== 'delivered')) throw new Error(`it was not mailed: ${said}`)
  return said
}
