import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { AwaitEnd } from '../jobs/verdict/verdict-input.ts'
import { buildJobs, type BuildJobs } from '../jobs/results/build-jobs.ts'
import { parseJobsOfBuild } from '../jobs/results/parse-jobs.ts'
import type { NightFacts } from '../report/facts.ts'
import type { ReportInput } from './report-activities.ts'
import { knownBugs } from '../sources/openqa/known-bugs.ts'
import { isNoAnswer } from '../sources/no-answer.ts'
import { askArchive, type AskArchive, type FromArchive } from './archive-failures.ts'
import { recallJobs } from './recall.ts'
import type { Tools } from './tools.ts'

const noJobs = buildJobs([])

type JobFacts = Pick<NightFacts, 'jobs' | 'awaited' | 'bugs' | 'warnings'>

/** The jobs of a report, how the wait for them ended, and the known bugs that explain their failures. */
export async function reportedJobs(
  tools: Tools,
  input: ReportInput,
  ask: AskArchive = askArchive,
): Promise<JobFacts> {
  if (input.outcome !== 'tested' && input.outcome !== 'unfinished-tests') {
    return { jobs: noJobs, awaited: 'nothing-scheduled', bugs: {}, warnings: [] }
  }
  const { client } = await tools.openqa()
  const last = await lastJobs(tools, { client, ask }, input)
  const { bugs, warnings } = await knownBugs(client, last.jobs)
  return { ...last, bugs, warnings: [...last.warnings, ...warnings] }
}

async function lastJobs(
  { archive }: Tools,
  { client, ask }: { readonly client: OpenQa; readonly ask: AskArchive },
  { jobs: ref, outcome, compose }: ReportInput,
): Promise<Omit<JobFacts, 'bugs'>> {
  const recalled = ref === null ? null : await ask(() => recallJobs(archive, ref))
  const kept = recalled?.kind === 'value' ? recalled.value : noJobs
  // Jobs that the archive cannot give are asked of openQA once more.
  const isKept = recalled === null || recalled.kind === 'value'
  if (compose === null || (outcome === 'tested' && isKept))
    return { jobs: kept, awaited: endOf(kept, 'settled'), warnings: [] }
  const end = outcome === 'tested' ? 'settled' : 'deadline'
  try {
    const now = buildJobs(parseJobsOfBuild(compose, await client.everyJobOfBuild(compose)))
    return { jobs: now, awaited: endOf(now, end), warnings: [] }
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return { jobs: kept, awaited: 'unreachable', warnings: lost(recalled) }
  }
}

function lost(recalled: FromArchive<BuildJobs> | null): readonly string[] {
  if (recalled === null || recalled.kind === 'value') return []
  return [`what openQA said before could not be read: ${recalled.why}`]
}

function endOf({ every }: BuildJobs, otherwise: AwaitEnd): AwaitEnd {
  return every.length === 0 ? 'nothing-scheduled' : otherwise
}
