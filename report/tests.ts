import { jobsThat, type LatestJob } from '../jobs/results/build-jobs.ts'
import { flakyJobs } from '../jobs/results/flaky.ts'
import type { Job } from '../jobs/results/job.ts'
import { scenarioOf } from '../jobs/results/lineage.ts'
import type { NightFacts } from './facts.ts'
import type { StandingCounts, TestLine, Tests } from './report.ts'

/** The tests of a night's compose, for its report. */
export function testsOf(facts: Pick<NightFacts, 'jobs' | 'bugs' | 'openqaUrl'>): Tests {
  const jobs = facts.jobs.latest
  const lines = (some: readonly Job[]): readonly TestLine[] =>
    some.toSorted(byScenario).map((job) => testLine(job, facts))
  const arches = [...new Set(jobs.map(({ arch }) => arch))].toSorted(compare)
  return {
    counts: countsOf(jobs),
    byArch: arches.map((arch) => ({ arch, counts: countsOf(jobs.filter((job) => job.arch === arch)) })),
    failed: lines(jobsThat(facts.jobs, 'failed')),
    broken: lines(jobsThat(facts.jobs, 'broken')),
    skipped: lines(jobsThat(facts.jobs, 'skipped')),
    stopped: lines(jobsThat(facts.jobs, 'stopped')),
    unfinished: lines(jobsThat(facts.jobs, 'unfinished')),
    unknown: lines(jobsThat(facts.jobs, 'unknown')),
    softfailed: lines(jobsThat(facts.jobs, 'softfailed')),
    flaky: lines(flakyJobs(facts.jobs)),
  }
}

function testLine(job: Job, { bugs, openqaUrl }: Pick<NightFacts, 'bugs' | 'openqaUrl'>): TestLine {
  const { id, test, flavor, arch, machine, state, result, reason, failedModules } = job
  const known = bugs[String(id)] ?? []
  const url = `${openqaUrl}/tests/${id}`
  return { id, test, flavor, arch, machine, state, result, reason, failedModules, bugs: known, url }
}

function countsOf(jobs: readonly LatestJob[]): StandingCounts {
  const counts = {
    passed: 0,
    softfailed: 0,
    failed: 0,
    broken: 0,
    skipped: 0,
    stopped: 0,
    unfinished: 0,
    unknown: 0,
  }
  for (const job of jobs) counts[job.standing]++
  return { ...counts, total: jobs.length }
}

/** Not by id: ids follow the order of the posts, which differs from night to night. */
function byScenario(one: Job, other: Job): number {
  return compare(scenarioOf(one), scenarioOf(other))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
