import { dueSpan } from '../../compose/naming/night-date.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'
import { lookAt, settled } from '../../jobs/results/settled.ts'
import { askArchive } from '../archive-failures.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import type { Look, Sight } from './look.ts'
import { runId } from '../night-run.ts'
import type { OpenInput, OpenMemory, OpenSeen } from './open-looks.ts'
import { hashOf, tenths } from './observe-jobs.ts'
import type { Tools } from '../tools.ts'

/**
 * Looks at an open night: whether somebody restarted jobs that have ended, and whether the stream's next
 * night has reported, after which nobody needs this one.
 */
export function observeOpen(
  tools: Tools,
): (input: OpenInput, memory: OpenMemory | null) => Promise<Look<OpenSeen, OpenMemory>> {
  return (input, memory) =>
    lapActivity({ tools, stage: 'watch', ...input }, memory, (before) => once(tools, input, before))
}

async function once(
  tools: Tools,
  input: OpenInput,
  before: OpenMemory | null,
): Promise<Sight<OpenSeen, OpenMemory>> {
  const jobs = input.compose === null ? null : await changedJobs(tools, input.compose, input, before)
  if (jobs?.kind === 'seen' || jobs?.memory?.isUnsettled) return jobs
  const next = await nextNight(tools, input)
  if (next !== null)
    return { kind: 'seen', answer: { kind: 'next-night', run: next }, said: `${next} has reported` }
  const said = jobs?.said ?? 'there are no tests to watch'
  return { kind: 'not-yet', said, memory: jobs?.memory ?? null, told: { key: 'open' } }
}

async function changedJobs(
  { archive, openqa, builds }: Tools,
  compose: string,
  { jobsHash }: OpenInput,
  before: OpenMemory | null,
): Promise<Sight<OpenSeen, OpenMemory>> {
  const { client } = await openqa()
  const jobs = buildJobs(await builds.jobs(client, compose, 'all hourly'))
  const look = lookAt(jobs)
  const settlement = settled(before?.look ?? null, look)
  const hash = hashOf(jobs)
  if (settlement === 'nothing' || hash === jobsHash)
    return { kind: 'not-yet', said: 'openQA says what was reported', memory: { look, isUnsettled: false } }
  if (settlement !== 'settled') {
    const said = `${look.pending} of ${look.jobs} jobs have not ended`
    const told = { key: 'restarted', step: tenths(look.jobs - look.pending, look.jobs) }
    return { kind: 'not-yet', said, memory: { look, isUnsettled: true }, told }
  }
  const every = parseJobsOfBuild(compose, await client.everyJobOfBuild(compose))
  const answer = { kind: 'changed', jobs: await archive.keep(every, runId()), jobsHash: hash } as const
  return { kind: 'seen', answer, said: `${look.jobs} of ${look.jobs} jobs done, other than reported` }
}

/** The run of a later night of the stream that has reported; null where there is none, or nobody can tell. */
async function nextNight({ archive }: Tools, { night, openUntil }: OpenInput): Promise<string | null> {
  if (Date.now() < Date.parse(openUntil)) return null
  const nights = await askArchive(() => archive.nights({ stream: night.stream, limit: 10 }))
  if (nights.kind !== 'value') return null
  const { to } = dueSpan(night)
  const later = nights.value.find(({ due, edition }) => due >= to && edition !== null)
  return later?.run ?? null
}
