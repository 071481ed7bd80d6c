import { z } from 'zod'
import { Garbled } from '../../compose/garbled.ts'
import { quoted } from '../../compose/quoted.ts'
import { parseAs } from '../../compose/read-json.ts'
import type { Job } from './job.ts'
import { usualDistri } from './lineage.ts'
import { markerSetting } from '../plan/marker.ts'

/** Results of a module that did not fail. Any other result, also an unknown one, means a failed module. */
const fineModules = new Set(['passed', 'softfailed', 'none', 'running', 'skipped'])

const shapeOfTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/
const isMoment = (text: string) => !Number.isNaN(Date.parse(text))

/** openQA's times are UTC without a zone: `2026-11-24T05:55:44`. Anything else is not a time. */
const time = z
  .string()
  .nullish()
  .transform((text) => (text && shapeOfTime.test(text) && isMoment(`${text}Z`) ? `${text}Z` : null))

/** A test of Fedora has some thirty modules, and names of some thirty letters. */
const [mostModules, longestName, longestReason] = [50, 500, 2000]

const shortName = z.string().transform((text) => text.slice(0, longestName))

const id = z.int().nullish().default(null)
const setting = shortName.nullish()

const settings = z.object({
  DISTRI: setting,
  FLAVOR: setting,
  ARCH: setting,
  MACHINE: setting,
  BUILD: setting,
  [markerSetting]: setting,
})

const modules = z.array(z.object({ name: z.string(), result: z.string().nullish() }))

/** openQA leaves out `reason` and other fields without a value. Lists have `modules`, single jobs do not. */
const jobSchema = z
  .object({
    id: z.int(),
    test: shortName,
    state: shortName,
    result: shortName,
    clone_id: id,
    blocked_by_id: id,
    reason: z.string().nullish(),
    settings,
    modules: modules.nullish(),
    t_started: time,
    t_finished: time,
  })
  .transform((job): Job => ({
    id: job.id,
    distri: job.settings.DISTRI ?? usualDistri,
    test: job.test,
    flavor: job.settings.FLAVOR ?? '',
    arch: job.settings.ARCH ?? '',
    machine: job.settings.MACHINE ?? '',
    build: job.settings.BUILD ?? '',
    state: job.state,
    result: job.result,
    cloneId: job.clone_id,
    blockedById: job.blocked_by_id,
    reason: (job.reason ?? '').slice(0, longestReason),
    marker: job.settings[markerSetting] ?? '',
    failedModules: (job.modules ?? [])
      .filter(({ result }) => !fineModules.has(result ?? 'none'))
      .slice(0, mostModules)
      .map(({ name }) => name.slice(0, longestName)),
    startedAt: job.t_started,
    finishedAt: job.t_finished,
  }))

const listSchema = z.object({ jobs: z.array(jobSchema) })

/**
 * The jobs of `GET /jobs`, sorted by id (openQA sorts ids as text). Unknown states and results are kept.
 * @throws Garbled if the answer is not a list of jobs
 */
export function parseJobs(answer: unknown): readonly Job[] {
  const { jobs } = parseAs("openQA's list of jobs", listSchema, answer)
  return jobs.toSorted((one, other) => one.id - other.id)
}

/** Of an overview only the ids are read. */
const overviewSchema = z.array(z.object({ id: z.int() }))

/**
 * The ids of `GET /jobs/overview`.
 * @throws Garbled if the answer is not an overview
 */
export function parseJobIds(answer: unknown): readonly number[] {
  return parseAs("openQA's overview of jobs", overviewSchema, answer).map((job) => job.id)
}

/**
 * The jobs of a build.
 * @throws Garbled if the answer is not a list of jobs, or has a job of another build
 */
export function parseJobsOfBuild(build: string, answer: unknown): readonly Job[] {
  const jobs = parseJobs(answer)
  const stray = jobs.find((job) => job.build !== '' && job.build !== build)
  if (stray !== undefined) throw new Garbled(`jobs of the build ${build}`, `a job of ${quoted(stray.build)}`)
  return jobs
}
