import {
  candidateRunId,
  candidates,
  readCandidateRunId,
  type Candidate,
} from '../../compose/naming/candidate.ts'
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
import { composeServices } from '../../workers/config/compose-source.ts'
import type { Settings } from '../../workers/config/config.ts'
import { UsageError } from '../exit-code.ts'
import { nameCompose } from './compose-argument.ts'

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
  const found = text === undefined ? await newest(settings) : await named(text, settings)
  const { id, candidate } = found
  const night = { stream: candidates, date: composeDateOf(id) }
  return { night, compose: formatComposeId(id), run: candidateRunId(candidate) }
}

/**
 * The id of the run of a candidate that is named as `candidate/44/RC-1.2`, `44_RC-1.2`, `RC-1.2` (of
 * Branched), by its id or its URL; of the newest, by `candidate`. Null if the text names something else.
 * @throws UsageError, Error like {@link candidateToStart}, ClientFailure if the label of an id cannot be read
 */
export async function runOfCandidate(text: string, settings: Settings): Promise<string | null> {
  const run = readCandidateRunId(text)
  if (run !== null) return candidateRunId(run)
  if (text.includes('/') && !text.includes('://')) return null
  if (text === candidates) return candidateRunId((await newest(settings)).candidate)
  const said = (await bareLabel(text, settings)) ?? meantBy(text, settings)
  if (said === null) return null
  return candidateRunId('id' in said ? (await labelledOf(said.id, settings)).candidate : said.candidate)
}

type Said = { readonly candidate: Candidate } | { readonly id: ComposeId }

async function named(text: string, settings: Settings): Promise<LabelledCompose> {
  const said = (await bareLabel(text, settings)) ?? meantBy(text, settings)
  if (said === null) {
    const forms = 'RC-1.2, 44_RC-1.2, Fedora-44-20260414.0 or its URL'
    throw new UsageError(`expected a candidate such as ${forms}, not ${quoted(text)}`)
  }
  if ('id' in said) return await labelledOf(said.id, settings)
  return { id: await composeOf(composeServices(settings), said.candidate), candidate: said.candidate }
}

async function bareLabel(text: string, settings: Settings): Promise<Said | null> {
  const label = readLabel(text)
  return label === null ? null : { candidate: { release: await releaseNow(settings), label } }
}

/** @throws UsageError for a URL that names no compose */
function meantBy(text: string, settings: Settings): Said | null {
  const services = composeServices(settings)
  const ref = text.includes('://') ? refOfUrl(text, services.sites) : readComposeName(text)
  if (ref?.kind === 'staged') return { candidate: ref }
  const { composes } = lineNamed(candidates, services.lines)
  return ref?.kind === 'pungi' && isOfClass(ref.id, composes) ? { id: ref.id } : null
}

function refOfUrl(url: string, sites: Sites): ComposeRef | null {
  const meant = nameCompose(url, sites)
  return meant.kind === 'ref' ? meant.ref : null
}

async function labelledOf(id: ComposeId, settings: Settings): Promise<LabelledCompose> {
  const found = await labelled(composeServices(settings), id)
  if (found !== null) return found
  throw new Error(`${formatComposeId(id)} has no label (yet), and a candidate is named by its label`)
}

async function newest(settings: Settings): Promise<LabelledCompose> {
  const release = await releaseNow(settings)
  const last = await newestCandidate(composeServices(settings), release)
  if (last !== null) return last
  throw new Error(`there is no candidate of Fedora ${release} (yet)`)
}

async function releaseNow(settings: Settings): Promise<number> {
  const services = composeServices(settings)
  const release = await versionNow(services, lineNamed(candidates, services.lines))
  if (release !== null) return Number(release)
  throw new UsageError(
    'Fedora has no Branched release at present: name the candidate with its release, as 44_RC-1.2',
  )
}
