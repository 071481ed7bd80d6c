import { activityInfo } from '@temporalio/activity'
import { daysBefore, undashed } from '../../compose/naming/calendar.ts'
import { candidateRunId, candidates, readCandidateRunId } from '../../compose/naming/candidate.ts'
import { composeDateOf, formatComposeId } from '../../compose/naming/compose-id.ts'
import { lineNamed } from '../../compose/streams/stream-line.ts'
import { newCandidates, type LabelledCompose } from '../../sources/candidates.ts'
import { versionNow } from '../../sources/find-compose.ts'
import { askWithin } from '../archive-failures.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import type { CandidatesInput, SeenCandidate, SeenCandidates } from './composes-seen.ts'
import type { Look, Sight } from './look.ts'
import type { Tools } from '../tools.ts'

/** How many days old a candidate may be that is tested unasked: openQA needs its tree, kept as long. */
const freshDays = 14

/** Looks for candidates of the stream's release that have no run yet. */
export function observeCandidates(tools: Tools): (input: CandidatesInput) => Promise<Look<SeenCandidates>> {
  return (input) => lapActivity({ tools, stage: null, ...input }, null, () => once(tools, input))
}

async function once(tools: Tools, { night, known }: CandidatesInput): Promise<Sight<SeenCandidates>> {
  const release = await versionNow(tools, lineNamed(candidates, tools.lines))
  if (release === null)
    return { kind: 'not-yet', said: 'Fedora has no Branched release at present', memory: null }
  const since = undashed(daysBefore(night.date, freshDays))
  const { found, unread } = await newCandidates(tools, Number(release), {
    since,
    known: known.map(({ compose }) => compose),
  })
  const named = withRuns(found, known)
  const unknown = await withoutReported(tools, named)
  const [failure] = unread
  if (unknown.length > 0)
    return { kind: 'seen', answer: { candidates: unknown }, said: unknown.map(({ run }) => run).join(', ') }
  if (failure !== undefined) throw failure
  return { kind: 'not-yet', said: `no new candidate of Fedora ${release}`, memory: null }
}

/** Of composes with the same label, the label alone names the run of the oldest. */
function withRuns(
  found: readonly LabelledCompose[],
  known: readonly SeenCandidate[],
): readonly SeenCandidate[] {
  const taken = new Set(known.map(({ run }) => run))
  return found.map(({ id, candidate }) => {
    const compose = formatComposeId(id)
    const usual = candidateRunId(candidate)
    const run = taken.has(usual) ? candidateRunId({ ...candidate, compose }) : usual
    taken.add(run)
    return { compose, run, date: composeDateOf(id) }
  })
}

/** Temporal forgets a run some time after its end; the archive does not. */
async function withoutReported(
  { archive }: Tools,
  named: readonly SeenCandidate[],
): Promise<readonly SeenCandidate[]> {
  const ask = askWithin(activityInfo().startToCloseTimeoutMs / 10)
  const kept = await Promise.all(
    named.map(async (each) => {
      const lines = await ask(() => archive.nights({ run: each.run, limit: 1 }))
      const [ended] = lines.kind === 'value' ? lines.value.filter(({ closedAt }) => closedAt !== null) : []
      return ended === undefined ? each : afterOther(each, ended.compose)
    }),
  )
  return kept.filter((each) => each !== null)
}

/** The run of a candidate whose label another compose had, which may be deleted by now. */
function afterOther({ compose, run, date }: SeenCandidate, other: string | null): SeenCandidate | null {
  const candidate = readCandidateRunId(run)
  if (candidate === null || candidate.compose !== undefined || other === null || other === compose)
    return null
  return { compose, run: candidateRunId({ ...candidate, compose }), date }
}
