import { ClientFailure } from '../clients/failure.ts'
import { candidates, type Candidate } from '../compose/naming/candidate.ts'
import type { ComposeId } from '../compose/naming/compose-id.ts'
import { formatLabel, readLabel } from '../compose/naming/label.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { isOfClass } from '../compose/places/compose-class.ts'
import { classFolder } from '../compose/places/location.ts'
import { lineNamed } from '../compose/streams/stream-line.ts'
import type { ComposeSource } from './compose-tools.ts'
import { stagedIdIfAny } from './mirrored/staged-id.ts'
import { readLabelOf } from './plan-posts.ts'

/** A production compose and the label that its composeinfo.json has. */
export interface LabelledCompose {
  readonly id: ComposeId
  readonly candidate: Candidate
}

/**
 * The candidates of a release that are still in its folder, oldest first. A compose gets its
 * composeinfo.json, and with it its label, while Pungi makes it; before that it is left out. So is a compose
 * without a label.
 * @param since `YYYYMMDD`: older composes are not asked for their labels
 * @throws ClientFailure, Garbled
 */
export async function candidatesOf(
  source: ComposeSource,
  release: number,
  since = '',
): Promise<readonly LabelledCompose[]> {
  const { composes } = lineNamed(candidates, source.lines)
  const folder = classFolder(composes, String(release), source.sites)
  const ids = composeNames(await source.tree.read(folder))
  const own = ids.filter(
    (id) => isOfClass(id, composes) && Number(id.version) === release && id.date >= since,
  )
  const found = await Promise.all(own.map((id) => labelled(source, id)))
  return found.filter((each) => each !== null)
}

/** A production compose with its label; null if it has none, or none yet. @throws ClientFailure, Garbled */
export async function labelled(source: ComposeSource, id: ComposeId): Promise<LabelledCompose | null> {
  const text = await readLabelOf(source, { label: null, ref: { kind: 'pungi', id } })
  const label = text === null ? null : readLabel(text)
  return label === null ? null : { id, candidate: { release: Number(id.version), label } }
}

/**
 * The compose with a label: the newest of its folder or, once that is deleted, the one of the series.
 * @throws ClientFailure `absent` if there is none, or as the server fails
 */
export async function composeOf(source: ComposeSource, candidate: Candidate): Promise<ComposeId> {
  const { release, label } = candidate
  const wanted = formatLabel(label)
  const there = (await candidatesOf(source, release)).findLast(
    (each) => formatLabel(each.candidate.label) === wanted,
  )
  const id = there?.id ?? (await stagedIdIfAny(source, { kind: 'staged', ...candidate }))
  if (id !== null) return id
  throw new ClientFailure(
    'absent',
    'the compose tree',
    `no compose of Fedora ${release} has the label ${wanted}`,
  )
}
