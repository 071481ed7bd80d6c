import { z } from 'zod'
import type { Job } from '../../../jobs/results/job.ts'
import { parseJobs } from '../../../jobs/results/parse-jobs.ts'
import { readJob } from './readers.ts'
import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'
import type { Caller } from './caller.ts'

/** A build that a case made for itself; jobs go by `test`, or `test@machine` where there are two. */
export interface ContractBuild {
  readonly build: string
  readonly ids: readonly number[]
  id(name: string): number
  /** The job as it is now. */
  job(name: string): Promise<Job>
  /** `state/result` of each job by its name, the newest of each. */
  standing(): Promise<Readonly<Record<string, string>>>
  /** Says that a job has ended so. */
  end(name: string, result: string, more?: Readonly<Record<string, string>>): Promise<void>
}

const runId = Date.now().toString(36)
let builds = 0

/** A name that no other case has, with no sign in it that openQA would not look up. */
export function newName(): string {
  builds += 1
  return `C${runId}n${builds}`
}

/** What the cases post unless they say otherwise: no worker takes its jobs. */
export const usualPost = {
  DISTRI: 'fedora',
  VERSION: 'Rawhide',
  FLAVOR: 'Server-dvd-iso',
  ARCH: 'x86_64',
  WORKER_CLASS: 'nobody',
}

/** Posts a build and finds its jobs. */
export async function postBuild(
  caller: Caller,
  settings: Readonly<Record<string, string>> = {},
): Promise<ContractBuild> {
  const build = settings['BUILD'] ?? newName()
  const { body } = await caller.act('/isos', { ...usualPost, BUILD: build, ...settings })
  const answer = readPostAnswer(body)
  if (answer.kind !== 'scheduled') throw new Error(`the post of a case was ${JSON.stringify(answer)}`)
  const made = (await jobsOf(caller, build)).filter(({ id }) => answer.ids.includes(id))

  const id = (name: string) => {
    const found = made.find(({ test, machine }) => name === test || name === `${test}@${machine}`)
    if (!found) throw new Error(`the build has no ${name}`)
    return found.id
  }
  return {
    build,
    ids: answer.ids,
    id,
    job: async (name) => readJob((await caller.get(`/jobs/${id(name)}`)).body),
    standing: async () =>
      Object.fromEntries(
        (await jobsOf(caller, build)).map((job) => [nameOf(job, made), `${job.state}/${job.result}`]),
      ),
    end: async (name, result, more = {}) => {
      await caller.act(`/jobs/${id(name)}/set_done`, { result, ...more })
    },
  }
}

/** Every job of a build, by rising id. */
export async function jobsOf(caller: Caller, build: string): Promise<readonly Job[]> {
  return parseJobs((await caller.get('/jobs', { build })).body)
}

const answered = z.object({ job: z.record(z.string(), z.unknown()) })
const listed = z.object({ jobs: z.array(z.looseObject({ id: z.int() })) })

/** A job's own JSON, for what its absent and present keys are. */
export async function rawJob(caller: Caller, id: number): Promise<Record<string, unknown>> {
  return answered.parse((await caller.get(`/jobs/${id}`)).body).job
}

const restarted = z.object({ result: z.array(z.record(z.string(), z.int().nullable())) })

/** The old ids of a restart, as text, with their new ones. */
export function restartMap(body: unknown): Readonly<Record<string, number | null>> {
  return Object.fromEntries(restarted.parse(body).result.flatMap((map) => Object.entries(map)))
}

/** The ids of a list in the order of the answer. */
export function idsOf(body: unknown): readonly number[] {
  return listed.parse(body).jobs.map(({ id }) => id)
}

function nameOf({ test, machine }: Job, jobs: readonly Job[]): string {
  const machines = new Set(jobs.filter((job) => job.test === test).map((job) => job.machine))
  return machines.size > 1 ? `${test}@${machine}` : test
}
