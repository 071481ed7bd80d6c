import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { AwaitEnd } from '../jobs/results/verdict-input.ts'
import { buildJobs, type BuildJobs } from '../jobs/results/build-jobs.ts'
import { parseJobs } from '../jobs/results/parse-jobs.ts'
import type { NightFacts } from '../report/facts.ts'
import type { ReportInput } from './activities.ts'
import { knownBugs } from '../sources/known-bugs.ts'
import { isNoAnswer } from '../sources/no-answer.ts'
import { recallJobs } from './recall.ts'
import type { Tools } from './tools.ts'

const noJobs = buildJobs([])

type JobFacts = Pick<NightFacts, 'jobs' | 'awaited' | 'bugs'>

/** The jobs of a report, how the wait for them ended, and the known bugs that explain their failures. */
export async function reportedJobs(tools: Tools, input: ReportInput): Promise<JobFacts> {
  if (input.outcome !== 'tested' && input.outcome !== 'unfinished-tests') {
    return { jobs: noJobs, awaited: 'nothing-scheduled', bugs: {} }
  }
  const { client } = await tools.openqa()
  const { jobs, awaited } = await lastJobs(tools, client, input)
  return { jobs, awaited, bugs: await knownBugs(client, jobs) }
}

async function lastJobs(
  { archive }: Tools,
  client: OpenQa,
  { jobs: ref, outcome, compose }: ReportInput,
): Promise<Pick<JobFacts, 'jobs' | 'awaited'>> {
  const kept = ref === null ? noJobs : await recallJobs(archive, ref)
  if (outcome === 'tested' || compose === null) return { jobs: kept, awaited: endOf(kept, 'settled') }
  try {
    const now = buildJobs(parseJobs(await client.everyJobOfBuild(compose)))
    return { jobs: now, awaited: endOf(now, 'deadline') }
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return { jobs: kept, awaited: 'unreachable' }
  }
}

function endOf({ every }: BuildJobs, otherwise: AwaitEnd): AwaitEnd {
  return every.length === 0 ? 'nothing-scheduled' : otherwise
}
