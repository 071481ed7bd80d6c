import { createHash } from 'node:crypto'
import { buildJobs, type BuildJobs } from '../../jobs/results/build-jobs.ts'
import { failingOf } from '../../jobs/results/failing.ts'
import { jobsInBrief } from '../../jobs/results/jobs-in-brief.ts'
import { parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'
import { progressOf, type BuildProgress } from '../../jobs/results/progress.ts'
import { lookAt, settled, type JobsLook, type Settlement } from '../../jobs/results/settled.ts'
import type { JobsInput, JobsMemory, JobsSeen } from '../activities.ts'
import type { Look, Sight } from './look.ts'
import { runId } from '../night-run.ts'
import { isLastLook, lapActivity } from '../lap/lap-activity.ts'
import type { Tools } from '../tools.ts'

/** Looks at all jobs of a compose until every job has ended and no restart is to come. */
export function observeJobs(
  tools: Tools,
): (input: JobsInput, memory: JobsMemory | null) => Promise<Look<JobsSeen, JobsMemory>> {
  return (input, memory) =>
    lapActivity({ tools, stage: 'await', ...input }, memory, (before) => once(tools, input, before))
}

async function once(
  { archive, openqa, builds, places }: Tools,
  { compose, pace }: JobsInput,
  before: JobsMemory | null,
): Promise<Sight<JobsSeen, JobsMemory>> {
  const { client } = await openqa()
  const jobs = buildJobs(await builds.jobs(client, compose, 'all once ended'))
  const look = lookAt(jobs)
  const progress = progressOf(jobs, new Date().toISOString())
  const failing = failingOf(jobs, look, places.openqa)
  const settlement = settled(before?.look ?? null, look)
  const said = inWords(compose, look, progress, settlement)
  if (settlement === 'settled') {
    const every = parseJobsOfBuild(compose, await client.everyJobOfBuild(compose))
    const kept = await archive.keep(every, runId())
    const answer = { jobs: kept, notOk: look.notOk.length, progress, failing, jobsHash: hashOf(jobs) }
    return { kind: 'seen', answer, said }
  }
  const kept = isLastLook(pace, true) ? await archive.keep(jobs.every, runId()) : null
  const told = { key: keyOf(look, settlement), step: tenths(progress.done, look.jobs) }
  const memory = { look, progress, failing, jobs: kept }
  return { kind: 'not-yet', said, memory, told, jobs: { progress, failing } }
}

/** Which jobs have failed, and whether restarts are waited for. */
function keyOf({ notOk, unknownWords }: JobsLook, settlement: Settlement): string {
  const failed = createHash('sha256')
    .update(JSON.stringify([notOk, unknownWords]))
    .digest('hex')
  const phase = settlement === 'settling' ? 'pending' : settlement
  return `${phase} ${failed.slice(0, 12)}`
}

/** How many tenths of a whole are done. */
export function tenths(done: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((done / whole) * 10)
}

/** What the newest jobs came to, in a hash. */
export function hashOf(jobs: BuildJobs): string {
  return createHash('sha256').update(jobsInBrief(jobs)).digest('hex')
}

function inWords(
  compose: string,
  { jobs, unknownWords }: JobsLook,
  { done, running, waiting, endsAbout }: BuildProgress,
  settlement: Settlement,
): string {
  if (settlement === 'nothing') return `openQA has no job of ${compose} yet`
  const strange = unknownWords.length === 0 ? '' : `; unknown: ${unknownWords.join(', ')}`
  if (settlement === 'settled') return `${jobs} of ${jobs} jobs done${strange}`
  if (settlement === 'settling') return `${done} of ${jobs} jobs done; waiting for restarts to show${strange}`
  const end = endsAbout === null ? '' : `; ends about ${endsAbout.slice(11, 16)} UTC`
  return `${done} of ${jobs} jobs done, ${running} running, ${waiting} waiting${end}${strange}`
}
