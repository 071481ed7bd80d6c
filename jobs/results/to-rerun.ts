import type { BuildJobs, LatestJob } from './build-jobs.ts'
import { hasEnded } from './lineage.ts'
import { isOk } from './job-result.ts'
import { phaseOf } from './job-state.ts'

/** Which jobs of a build a person wants to run again. */
export type JobSelection =
  | { readonly kind: 'failed' | 'all' }
  | { readonly kind: 'jobs'; readonly ids: readonly number[] }
  | { readonly kind: 'flavor'; readonly flavor: string }
  | { readonly kind: 'bug'; readonly bug: string }

/** The jobs of a selection, or why there are none. */
export type ToRerun =
  | { readonly kind: 'chosen'; readonly jobs: readonly LatestJob[] }
  | { readonly kind: 'none'; readonly why: string }

/**
 * The newest jobs of a selection, those that others wait for first: openQA restarts the jobs that were
 * skipped because of another together with it. Where a job that is named was restarted, its newest try
 * counts.
 */
export function toRerun(
  jobs: BuildJobs,
  selection: JobSelection,
  bugs: Readonly<Record<string, readonly string[]>>,
): ToRerun {
  if (jobs.latest.length === 0) return { kind: 'none', why: 'openQA has no job of this compose any more' }
  const chosen = jobs.latest.filter((job) => isMeant(jobs, job, selection, bugs))
  if (chosen.length === 0) return { kind: 'none', why: whyNone(selection) }
  return { kind: 'chosen', jobs: [...chosen.filter((job) => !wasSkipped(job)), ...chosen.filter(wasSkipped)] }
}

function isMeant(
  jobs: BuildJobs,
  job: LatestJob,
  selection: JobSelection,
  bugs: Readonly<Record<string, readonly string[]>>,
): boolean {
  switch (selection.kind) {
    case 'all':
      return hasEnded(job) || hasBegun(job)
    case 'failed':
      return hasEnded(job) ? !isOk(job.result) : hasBegun(job)
    case 'flavor':
      return job.flavor === selection.flavor
    case 'bug':
      return (bugs[String(job.id)] ?? []).includes(selection.bug)
    case 'jobs':
      return selection.ids.some((id) => id === job.id || newestOf(jobs, id) === job.id)
    default:
      return selection satisfies never
  }
}

/** The id of the newest try of a job. */
function newestOf({ every }: BuildJobs, id: number): number {
  const next = new Map(every.map((job) => [job.id, job.cloneId]))
  let newest = id
  // Clones have higher ids, so this ends whatever openQA says.
  for (let clone = next.get(newest); clone != null && clone > newest; clone = next.get(newest)) newest = clone
  return newest
}

/** openQA restarts no job that has not begun. */
function hasBegun({ state }: LatestJob): boolean {
  return phaseOf(state) !== 'waiting'
}

function wasSkipped({ standing }: LatestJob): boolean {
  return standing === 'skipped'
}

function whyNone(selection: JobSelection): string {
  switch (selection.kind) {
    case 'all':
      return 'openQA has no job of this compose any more'
    case 'failed':
      return 'nothing failed; --all runs every job again'
    case 'flavor':
      return `no job of this compose has the flavor ${selection.flavor}`
    case 'bug':
      return `no failed job of this compose has the bug ${selection.bug}`
    case 'jobs':
      return `this compose has no job ${selection.ids.slice(0, 20).join(', ')}`
    default:
      return selection satisfies never
  }
}
