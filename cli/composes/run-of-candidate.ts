import type { NightFilter, NightLine } from '../../archive/queries/night-lines.ts'
import { candidateRunId, candidates, readCandidateRunId } from '../../compose/naming/candidate.ts'
import { formatComposeId } from '../../compose/naming/compose-id.ts'
import { formatLabel, readLabel } from '../../compose/naming/label.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import { askArchive } from '../../workers/archive-place.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import type { Settings } from '../../workers/config/config.ts'
import { candidateSaid, labelledOf, newestOfBranched } from './candidate-argument.ts'

/**
 * The id of the run of a candidate that is named as `candidate/44/RC-1.2`, `44_RC-1.2`, `RC-1.2` (of
 * Branched), by its id or its URL; of the newest, by `candidate`. Null if the text names something else.
 * While the compose tree does not answer, the archive tells of the candidates that have a run.
 * @throws UsageError for a URL that names no compose, Error if there is no such candidate, ClientFailure or
 *   Garbled if nobody can tell
 */
export async function runOfCandidate(text: string, settings: Settings): Promise<string | null> {
  const run = readCandidateRunId(text)
  if (run !== null) return candidateRunId(run)
  if (text.includes('/') && !text.includes('://')) return null
  try {
    return await byTree(text, settings)
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    const known = await byArchive(text, settings)
    if (known === null) throw error
    console.error(`nightjar: ${error.message}; the archive names ${known}`)
    return known
  }
}

async function byTree(text: string, settings: Settings): Promise<string | null> {
  const source = composeSource(settings)
  if (text === candidates) return candidateRunId((await newestOfBranched(source)).candidate)
  const said = await candidateSaid(text, source)
  if (said === null) return null
  if (!('id' in said)) return candidateRunId(said.candidate)
  // The archive first: the tree of a compose is deleted after some weeks, and two may have the same label.
  const [line] = await linesOf(settings, { compose: formatComposeId(said.id) })
  return line?.run ?? candidateRunId((await labelledOf(said.id, source)).candidate)
}

/** The run with the newest candidate that has the label which is named, or of all. */
async function byArchive(text: string, settings: Settings): Promise<string | null> {
  const label = readLabel(text)
  if (text !== candidates && label === null) return null
  const runs = (await linesOf(settings, {})).map(({ run }) => run)
  if (label === null) return runs[0] ?? null
  return runs.find((run) => labelOf(run) === formatLabel(label)) ?? null
}

function labelOf(run: string): string | null {
  const candidate = readCandidateRunId(run)
  return candidate === null ? null : formatLabel(candidate.label)
}

/** The candidates of the archive, newest first; none where there is no archive, or it is away. */
async function linesOf(settings: Settings, filter: NightFilter): Promise<readonly NightLine[]> {
  try {
    return (await askArchive(settings, (archive) => archive.nights({ ...filter, stream: candidates }))) ?? []
  } catch (error) {
    if (error instanceof Error && error.name === 'ArchiveAway') return []
    throw error
  }
}
