import { mailChannel } from '../../activities/delivery/addressing.ts'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { ArchiveTooOld, ProgramTooOld } from '../../archive/migrations/levels.ts'
import type { Unanswered } from '../../archive/nights/unanswered.ts'
import { askArchive } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { noAnswer, ok, warning, wordsOf, type Diagnosis } from './diagnosis.ts'

const about = 'mails without an answer'

/** What was lost so long ago is of no interest any more. */
const weekMs = 7 * 86_400_000

const most = 10

/** The errors of an archive that nobody can ask anything. */
const ofArchive = [ArchiveAway, ArchiveTooOld, ProgramTooOld]

const list = new Intl.ListFormat('en-GB')

/**
 * Mails that were handed over as often as they may be, and may have got lost: nobody sends them again by
 * themselves, since a recipient gets no more than two copies.
 */
export async function examineLostMails(settings: Settings): Promise<readonly Diagnosis[]> {
  const { sendMs, settleMs } = settings.patience
  // Until then a mail server may still answer, or the mail is sent once more.
  const underWayMs = sendMs + settleMs
  try {
    const within = { since: ago(weekMs), before: ago(underWayMs) }
    const lost = await askArchive(settings, (archive) => archive.unansweredOn(mailChannel, within))
    if (lost === null) return []
    if (lost.length === 0) return [ok(about, 'none in a week')]
    const editions = Map.groupBy(lost, ({ run, edition }) => `edition ${edition} of ${run}`)
    return [...editions].slice(0, most).map(([edition, of]) => lostEdition(edition, of))
  } catch (thrown) {
    // What is told of the archive itself says why.
    return ofArchive.some((kind) => thrown instanceof kind)
      ? []
      : [noAnswer(about, wordsOf(thrown), 'look at the archive')]
  }
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString()
}

function lostEdition(edition: string, lost: readonly Unanswered[]): Diagnosis {
  const names = lost.flatMap(({ recipient }) => recipient ?? [])
  const said =
    names.length > 0
      ? `${edition} was handed over for ${list.format(names)}, and no answer came: it may be lost`
      : `the archive knows of no try to mail ${edition}: it may be lost`
  const [{ run } = { run: '' }] = lost
  return warning(about, said, `ask whether it came; if not: nightjar send ${run} --channel mail`)
}
