import type { Report } from '../../report/report.ts'
import { noteSent, type SentAgain } from '../../workers/channels/note-sent.ts'
import type { Settings } from '../../workers/config/config.ts'

/** Notes in the archive what was sent. It is out: that it cannot be noted does not make it fail. */
export async function noted(
  settings: Settings,
  report: Pick<Report, 'run' | 'edition'>,
  sent: SentAgain,
): Promise<void> {
  try {
    await noteSent(settings, report, sent)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.error(`nightjar: that it was sent on ${sent.channel} could not be noted in the archive: ${why}`)
  }
}
