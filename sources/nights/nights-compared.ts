import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { byText } from '../../compose/by-text.ts'
import { candidates, readCandidateRunId, type Candidate } from '../../compose/naming/candidate.ts'
import { readComposeId } from '../../compose/naming/compose-id.ts'
import { compareLabels } from '../../compose/naming/label.ts'
import { dueSpan } from '../../compose/naming/night-date.ts'
import type { Night } from '../../compose/naming/night.ts'
import { nightsBack, type PastNight } from '../../jobs/compare/past.ts'

/** A run whose report is compared with those of the nights before it. */
export interface ComparedRun {
  readonly night: Night
  /** Its workflow id. */
  readonly run: string
  /** ISO: the reports before are taken as they stood at this moment. */
  readonly at: string
}

/**
 * The nights that a report looks back on, the latest first: those of its stream. A candidate looks back on
 * the candidates before it of its release, and then on the nightlies of Branched that they were made from.
 * @throws ArchiveAway
 */
export async function nightsCompared(
  archive: Pick<ArchiveReader, 'pastNights'>,
  { night, run, at }: ComparedRun,
): Promise<readonly PastNight[]> {
  if (night.stream !== candidates) {
    const { from } = dueSpan(night)
    return await archive.pastNights(night.stream, { before: from, at, nights: nightsBack })
  }
  const own = readCandidateRunId(run)
  // Two candidates may be of the same day, and a nightly, too.
  const look = { before: dueSpan(night).to, at, nights: nightsBack }
  const [others, nightlies] = await Promise.all([
    archive.pastNights(candidates, look),
    archive.pastNights('branched', look),
  ])
  const isOwn = ({ compose }: PastNight) =>
    own === null || readComposeId(compose)?.version === String(own.release)
  return [...(own === null ? [] : before(own, others)), ...nightlies.filter(isOwn)].slice(0, nightsBack)
}

/** The candidates before a candidate, of its release. */
function before(own: Candidate, others: readonly PastNight[]): readonly PastNight[] {
  return others
    .map((night) => ({ night, candidate: readCandidateRunId(night.run) }))
    .flatMap(({ night, candidate }) => (candidate?.release === own.release ? [{ night, candidate }] : []))
    .filter(({ candidate }) => isBefore(candidate, own))
    .toSorted((one, other) => compareLabels(other.candidate.label, one.candidate.label))
    .map(({ night }) => night)
}

/** Of two candidates with one label, the one that the label alone names is the older one. */
function isBefore(candidate: Candidate, own: Candidate): boolean {
  const order = compareLabels(candidate.label, own.label)
  return order < 0 || (order === 0 && byText(candidate.compose ?? '', own.compose ?? '') < 0)
}
