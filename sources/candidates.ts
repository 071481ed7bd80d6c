import { ClientFailure, isFailure } from '../clients/failure.ts'
import type { Garbled } from '../compose/garbled.ts'
import { candidates, type Candidate } from '../compose/naming/candidate.ts'
import { formatComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { formatLabel, readLabel } from '../compose/naming/label.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { isOfClass } from '../compose/places/compose-class.ts'
import { classFolder } from '../compose/places/location.ts'
import { lineNamed } from '../compose/streams/stream-line.ts'
import type { ComposeSource } from './compose-tools.ts'
import { isNoAnswer } from './no-answer.ts'
import { stagedIdIfAny } from './mirrored/staged-id.ts'
import { readLabelOf } from './plan-posts.ts'

/** A production compose and the label that its composeinfo.json has. */
export interface LabelledCompose {
  readonly id: ComposeId
  readonly candidate: Candidate
}

/** Candidates that were not known, oldest first, and why the labels of other composes could not be read. */
export interface NewCandidates {
  readonly found: readonly LabelledCompose[]
  readonly unread: readonly (ClientFailure | Garbled)[]
}

/** Which composes are not asked for their labels: those older than `since` (`YYYYMMDD`), and known ones. */
export interface OldComposes {
  readonly since: string
  readonly known: readonly string[]
  /** How long the label of one compose may take, in milliseconds; 15,000 by default. */
  readonly labelMs?: number
}

/** Labels that are read at the same time: a server decides how large each file is. */
const readAtOnce = 8

/**
 * The candidates of a release that are still in its folder. A compose gets its composeinfo.json, and with it
 * its label, while Pungi makes it; before that it is left out. So is a compose without a label. One whose
 * label cannot be read hides no other.
 * @throws ClientFailure, Garbled if the folder cannot be read
 */
export async function newCandidates(
  source: ComposeSource,
  release: number,
  { since, known, labelMs = 15_000 }: OldComposes,
): Promise<NewCandidates> {
  const composes = await composesOf(source, release)
  // Files that hang must not use up the look for the others.
  const impatient = withLimit(source, labelMs)
  const asked = composes.filter((id) => id.date >= since && !known.includes(formatComposeId(id)))
  const found: LabelledCompose[] = []
  const unread: (ClientFailure | Garbled)[] = []
  for (let from = 0; from < asked.length; from += readAtOnce) {
    const some = asked.slice(from, from + readAtOnce).map((id) => labelledOrNot(impatient, id))
    for (const each of await Promise.all(some)) {
      if (isNoAnswer(each)) unread.push(each)
      else if (each !== null) found.push(each)
    }
  }
  return { found, unread }
}

function withLimit(source: ComposeSource, deadlineMs: number): ComposeSource {
  const read: ComposeSource['tree']['read'] = (url, options) =>
    source.tree.read(url, { ...options, deadlineMs })
  return { ...source, tree: { ...source.tree, read } }
}

/** The newest candidate of a release; null if it has none (yet). @throws ClientFailure, Garbled */
export async function newestCandidate(
  source: ComposeSource,
  release: number,
): Promise<LabelledCompose | null> {
  return await newestOf(source, release, () => true)
}

/** The newest candidate that is meant. Nobody knows it while the label of a newer compose cannot be read. */
async function newestOf(
  source: ComposeSource,
  release: number,
  isMeant: (candidate: Candidate) => boolean,
): Promise<LabelledCompose | null> {
  for (const id of (await composesOf(source, release)).toReversed()) {
    const each = await labelled(source, id)
    if (each !== null && isMeant(each.candidate)) return each
  }
  return null
}

/** The production composes of a release, oldest first; before its first one it has no folder. */
async function composesOf(source: ComposeSource, release: number): Promise<readonly ComposeId[]> {
  const { composes } = lineNamed(candidates, source.lines)
  const folder = classFolder(composes, String(release), source.sites)
  try {
    const ids = composeNames(await source.tree.read(folder))
    return ids.filter((id) => isOfClass(id, composes) && Number(id.version) === release)
  } catch (error) {
    if (isFailure(error, 'absent')) return []
    throw error
  }
}

async function labelledOrNot(
  source: ComposeSource,
  id: ComposeId,
): Promise<LabelledCompose | ClientFailure | Garbled | null> {
  try {
    return await labelled(source, id)
  } catch (error) {
    if (isNoAnswer(error)) return error
    throw error
  }
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
  const there = await newestOf(source, release, (each) => formatLabel(each.label) === wanted)
  const id = there?.id ?? (await stagedIdIfAny(source, { kind: 'staged', ...candidate }))
  if (id !== null) return id
  throw new ClientFailure(
    'absent',
    'the compose tree',
    `no compose of Fedora ${release} has the label ${wanted}`,
  )
}
