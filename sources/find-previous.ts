import type { ComposeId } from '../compose/naming/compose-id.ts'
import { refOfId, type ComposeRef } from '../compose/naming/compose-ref.ts'
import { isFinished } from '../compose/readiness/status.ts'
import { compareLabels, readLabel } from '../compose/naming/label.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { seriesFolder } from '../compose/places/location.ts'
import { seriesUrl } from '../compose/places/metadata-archive.ts'
import { isOfLine, predecessors, previousCompose } from '../compose/naming/previous.ts'
import { parseSeries, type SeriesEntry } from '../compose/naming/series.ts'
import { isFailure } from '../clients/failure.ts'
import { metadataArchive, type ComposeSource } from './compose-tools.ts'
import { readStatus } from './read-status.ts'

/** From 27 on, releases had no Alpha. */
const lastWithAlpha = 26

/**
 * The last completed compose of the same kind before this one; null if it is the first. If the metadata
 * archive has the line in a series, this is one request. Otherwise it reads the folder's index, then STATUS
 * files from the newest on.
 * @throws ClientFailure if the server does not answer.
 */
export async function findPrevious(source: ComposeSource, ref: ComposeRef): Promise<ComposeRef | null> {
  if (ref.kind === 'staged') return previousCandidate(source, ref)
  if (ref.kind === 'stable' && ref.release > 1) return { kind: 'stable', release: ref.release - 1 }
  if (ref.kind === 'milestone' && ref.release > 1) return previousMilestone(ref)
  const before = ref.kind === 'pungi' ? await previousOfLine(source, ref.id) : null
  return before && refOfId(before)
}

/** A Beta comes after the Alpha of its release, the first milestone after the release before. */
function previousMilestone({ release, milestone }: ComposeRef & { kind: 'milestone' }): ComposeRef {
  if (milestone === 'Beta' && release <= lastWithAlpha)
    return { kind: 'milestone', release, milestone: 'Alpha' }
  return { kind: 'stable', release: release - 1 }
}

async function previousOfLine(source: ComposeSource, id: ComposeId): Promise<ComposeId | null> {
  const finished = (await readSeries(source, id)) ?? []
  const ids = finished.map((entry) => entry.id)
  if (ids.some((each) => isOfLine(each, id))) return previousCompose(id, ids)
  const listed = composeNames(await source.tree.read(seriesFolder(id, source.sites)))
  for (const before of predecessors(id, listed)) {
    const status = await readStatus(source, before)
    if (status !== null && isFinished(status)) return before
  }
  return null
}

async function previousCandidate(
  source: ComposeSource,
  ref: ComposeRef & { kind: 'staged' },
): Promise<ComposeRef | null> {
  const series = await readSeries(source, { short: 'Fedora', version: String(ref.release) })
  const labels = (series ?? []).map(({ label }) => readLabel(label ?? '')).filter((label) => label !== null)
  const before = labels
    .filter((label) => compareLabels(label, ref.label) < 0)
    .toSorted(compareLabels)
    .at(-1)
  return before ? { kind: 'staged', release: ref.release, label: before } : null
}

async function readSeries(
  source: ComposeSource,
  line: Pick<ComposeId, 'short' | 'version'>,
): Promise<readonly SeriesEntry[] | null> {
  try {
    return parseSeries(await source.tree.read(seriesUrl(line, metadataArchive(source))))
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}
