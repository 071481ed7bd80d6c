import { createHash } from 'node:crypto'
import { buildJobs, type BuildJobs } from '../jobs/results/build-jobs.ts'
import { jobsInBrief } from '../jobs/results/jobs-in-brief.ts'
import { parseJobsOfBuild } from '../jobs/results/parse-jobs.ts'
import { progressOf, type BuildProgress } from '../jobs/results/progress.ts'
import { lookAt, settled, type JobsLook } from '../jobs/results/settled.ts'
import type { JobsInput, JobsMemory, JobsSeen } from './activities.ts'
import type { Look, Sight } from './look.ts'
import { runId } from './night-run.ts'
import { isLastLook, lapActivity } from './lap-activity.ts'
import type { Tools } from './tools.ts'

/** Looks at all jobs of a compose, in one request, until every job has ended and no restart is to come. */
export function observeJobs(
  tools: Tools,
): (input: JobsInput, memory: JobsMemory | null) => Promise<Look<JobsSeen, JobsMemory>> {
  return (input, memory) =>
    lapActivity({ tools, stage: 'await', ...input }, memory, (before) => once(tools, input, before))
}

async function once(
  { archive, openqa }: Tools,
  { compose, pace }: JobsInput,
  before: JobsMemory | null,
): Promise<Sight<JobsSeen, JobsMemory>> {
  const { client } = await openqa()
  const jobs = buildJobs(parseJobsOfBuild(compose, await client.jobsOfBuild(compose)))
  const look = lookAt(jobs)
  const progress = progressOf(jobs, new Date().toISOString())
  const settlement = settled(before?.look ?? null, look)
  const said = inWords(compose, look, progress, settlement)
  if (settlement === 'settled') {
    const every = parseJobsOfBuild(compose, await client.everyJobOfBuild(compose))
    const kept = await archive.keep(every, runId())
    const answer = { jobs: kept, notOk: look.notOk.length, progress, jobsHash: hashOf(jobs) }
    return { kind: 'seen', answer, said }
  }
  const kept = isLastLook(pace, true) ? await archive.keep(jobs.every, runId()) : null
  return { kind: 'not-yet', said, memory: { look, progress, jobs: kept } }
}

/** What the newest jobs came to, in a hash. */
export function hashOf(jobs: BuildJobs): string {
  return createHash('sha256').update(jobsInBrief(jobs)).digest('hex')
}

function inWords(
  compose: string,
  { jobs, unknownWords }: JobsLook,
  { done, running, waiting, endsAbout }: BuildProgress,
  settlement: ReturnType<typeof settled>,
): string {
  if (settlement === 'nothing') return `openQA has no job of ${compose} yet`
  const strange = unknownWords.length === 0 ? '' : `; unknown: ${unknownWords.join(', ')}`
  if (settlement === 'settled') return `${jobs} of ${jobs} jobs done${strange}`
  if (settlement === 'settling') return `${done} of ${jobs} jobs done; waiting for restarts to show${strange}`
  const end = endsAbout === null ? '' : `; ends about ${endsAbout.slice(11, 16)} UTC`
  return `${done} of ${jobs} jobs done, ${running} running, ${waiting} waiting${end}${strange}`
}
