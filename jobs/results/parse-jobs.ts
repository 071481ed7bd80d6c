import { z } from 'zod'
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

const id = z.int().nullish().default(null)
const setting = z.string().nullish()

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
    test: z.string(),
    state: z.string(),
    result: z.string(),
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
    reason: job.reason ?? '',
    marker: job.settings[markerSetting] ?? '',
    failedModules: (job.modules ?? [])
      .filter(({ result }) => !fineModules.has(result ?? 'none'))
      .map(({ name }) => name),
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
