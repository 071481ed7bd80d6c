import { flakyJobs } from '../../jobs/results/flaky.ts'
import { buildJobs, jobsThat } from '../../jobs/results/build-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import { standings, type Standing } from '../../jobs/results/standing.ts'
import type { NightRun } from '../../archive/nights/night-run.ts'
import { composeOf } from './nights.ts'

interface OldTold {
  readonly edition: number
  readonly verdict: 'passed' | 'failed' | 'unknown'
  readonly unknownCause?: 'unfinished'
  readonly bugs?: Readonly<Record<string, readonly string[]>>
}

/** A report of schema 1, as nights wrote it when they were archived in a folder. */
export function oldReport(run: NightRun, jobs: readonly Job[], told: OldTold) {
  const { edition, verdict, unknownCause = null, bugs = {} } = told
  const built = buildJobs(jobs)
  const line = (job: Job) => ({
    ...job,
    bugs: bugs[String(job.id)] ?? [],
    url: 'https://x',
  })
  const count = (standing: Standing) => jobsThat(built, standing).length
  const counts = {
    ...Object.fromEntries(standings.map((standing) => [standing, count(standing)])),
    total: built.latest.length,
  }
  const lists = standings
    .filter((standing) => standing !== 'passed')
    .map((standing) => [standing, jobsThat(built, standing).map(line)] as const)
  return {
    schema: 1,
    night: { stream: run.stream, date: run.date },
    run: run.id,
    title: 'Rawhide',
    edition,
    at: `${run.date}T11:00:00.000Z`,
    verdict,
    unknownCause,
    headline: 'Rawhide was tested.',
    shortfalls: [],
    lastAnswer: '',
    compose: { ...composeOf(run), status: 'FINISHED', label: null },
    discarded: [],
    images: null,
    mode: 'post',
    posts: { done: 0, refused: [], unknown: [], partial: [], vanished: [] },
    tests: {
      ...Object.fromEntries(lists),
      flaky: flakyJobs(built).map(line),
      counts,
      byArch: [{ arch: 'x86_64', counts }],
    },
    attention: [],
    stages: [{ name: 'find', since: run.due, until: run.due, lastAnswer: '' }],
    links: { openqa: null, run: null },
  }
}
