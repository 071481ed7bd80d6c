import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'
import { safeLine } from '../../compose/safe-line.ts'
import type { Job } from './job.ts'
import { parseJobsOfBuild } from './parse-jobs.ts'

const groups = z.object({ jobs: z.array(z.object({ id: z.int(), group: z.string().nullish() })) })

/** Results of cancelled jobs that were running: they end as `done`. */
const takenBack = new Set(['user_cancelled', 'obsoleted'])

/** Whether a job counts as one of a post: nobody cancelled it. */
export function isStanding({ state, result }: Pick<Job, 'state' | 'result'>): boolean {
  return state !== 'cancelled' && !takenBack.has(result)
}

/**
 * What another scheduler posted for a build, in words, by openQA's list of its jobs: jobs that nobody
 * cancelled, without Nightjar's marker. Null where there is none. @throws Garbled
 */
export function othersJobs(build: string, answer: unknown): string | null {
  const theirs = parseJobsOfBuild(build, answer).filter((job) => job.marker === '' && isStanding(job))
  if (theirs.length === 0) return null
  const ids = new Set(theirs.map(({ id }) => id))
  const listed = parseAs("openQA's list of jobs", groups, answer).jobs
  const named = new Set(
    listed.flatMap(({ id, group }) => (ids.has(id) && group ? [safeLine(group, 40)] : [])),
  )
  const where =
    named.size === 0
      ? ''
      : `, in ${named.size === 1 ? 'the group' : 'groups as'} ${[...named].slice(0, 3).join(', ')}`
  const count = theirs.length === 1 ? 'one job' : `${theirs.length} jobs`
  return `openQA's jobs were posted by another scheduler (${count} without Nightjar's marker${where})`
}
