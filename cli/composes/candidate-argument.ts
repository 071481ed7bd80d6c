import { candidateRunId, candidates, type Candidate } from '../../compose/naming/candidate.ts'
import { composeDateOf, formatComposeId, type ComposeId } from '../../compose/naming/compose-id.ts'
import { readComposeName } from '../../compose/naming/compose-name.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { readLabel } from '../../compose/naming/label.ts'
import type { Night } from '../../compose/naming/night.ts'
import { isOfClass } from '../../compose/places/compose-class.ts'
import type { Sites } from '../../compose/places/sites.ts'
import { quoted } from '../../compose/quoted.ts'
import { lineNamed } from '../../compose/streams/stream-line.ts'
import { composeOf, labelled, newestCandidate, type LabelledCompose } from '../../sources/candidates.ts'
import { versionNow } from '../../sources/find-compose.ts'
import type { ComposeSource } from '../../sources/compose-tools.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import type { Settings } from '../../workers/config/config.ts'
import { UsageError } from '../exit-code.ts'
import { nameCompose, refuseCoreos } from './compose-argument.ts'

/** A candidate to start, its run and its place among the nights. */
export interface CandidateStart {
  readonly night: Night
  readonly compose: string
  readonly run: string
}

/**
 * The candidate that a person names: `RC-1.2` (of Branched), `44_RC-1.2`, an id or a URL; the newest, if none
 * is named. @throws UsageError for another text, Error if there is none, ClientFailure if nobody can tell
 */
export async function candidateToStart(
  text: string | undefined,
  settings: Settings,
): Promise<CandidateStart> {
  const source = composeSource(settings)
  const found = text === undefined ? await newestOfBranched(source) : await named(text, source)
  const { id, candidate } = found
  const night = { stream: candidates, date: composeDateOf(id) }
  return { night, compose: formatComposeId(id), run: candidateRunId(candidate) }
}

/** What a person names: a label of a release, or a compose id. */
export type SaidCandidate = { readonly candidate: Candidate } | { readonly id: ComposeId }

async function named(text: string, source: ComposeSource): Promise<LabelledCompose> {
  const said = await candidateSaid(text, source)
  if (said === null) {
    const forms = 'RC-1.2, 44_RC-1.2, Fedora-44-20260414.0 or its URL'
    throw new UsageError(`expected a candidate such as ${forms}, not ${quoted(text)}`)
  }
  if ('id' in said) return await labelledOf(said.id, source)
  return { id: await composeOf(source, said.candidate), candidate: said.candidate }
}

/**
 * What candidate a text names; null if it names something else.
 * @throws UsageError for a URL that names no compose, ClientFailure if nobody tells which release is Branched
 */
export async function candidateSaid(text: string, source: ComposeSource): Promise<SaidCandidate | null> {
  const label = readLabel(text)
  if (label !== null) return { candidate: { release: await releaseNow(source), label } }
  const ref = text.includes('://') ? refOfUrl(text, source.sites) : readComposeName(text)
  if (ref?.kind === 'staged') return { candidate: ref }
  const { composes } = lineNamed(candidates, source.lines)
  return ref?.kind === 'pungi' && isOfClass(ref.id, composes) ? { id: ref.id } : null
}

function refOfUrl(url: string, sites: Sites): ComposeRef | null {
  const meant = nameCompose(url, sites)
  refuseCoreos(meant)
  return meant.kind === 'ref' ? meant.ref : null
}

/** @throws Error if it has no label, ClientFailure if that cannot be read */
export async function labelledOf(id: ComposeId, source: ComposeSource): Promise<LabelledCompose> {
  const found = await labelled(source, id)
  if (found !== null) return found
  throw new Error(`${formatComposeId(id)} has no label (yet), and a candidate is named by its label`)
}

/** The newest candidate of Branched. @throws Error if there is none, ClientFailure */
export async function newestOfBranched(source: ComposeSource): Promise<LabelledCompose> {
  const release = await releaseNow(source)
  const last = await newestCandidate(source, release)
  if (last !== null) return last
  throw new Error(`there is no candidate of Fedora ${release} (yet)`)
}

async function releaseNow(source: ComposeSource): Promise<number> {
  const release = await versionNow(source, lineNamed(candidates, source.lines))
  if (release !== null) return Number(release)
  throw new UsageError(
    'Fedora has no Branched release at present: name the candidate with its release, as 44_RC-1.2',
  )
}
