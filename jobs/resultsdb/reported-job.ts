import { z } from 'zod'
import { Garbled } from '../../compose/garbled.ts'
import { quoted } from '../../compose/quoted.ts'
import { members, parseAs } from '../../compose/read-json.ts'

/** A job of openQA with what a result in ResultsDB is made from. */
export interface ReportedJob {
  readonly id: number
  readonly test: string
  readonly state: string
  readonly result: string
  readonly isReplaced: boolean
  /** ISO, UTC; null while it has not ended. */
  readonly finishedAt: string | null
  readonly settings: ReadonlyMap<string, string>
  readonly modules: readonly JobModule[]
}

/** A module of a job. */
export interface JobModule {
  readonly name: string
  readonly result: string
  /** `fatal`, `important`, …: how its failure counts. */
  readonly flags: readonly string[]
}

/** No setting of Fedora's is longer. */
const longest = 2000

const word = z.string().transform((text) => text.slice(0, longest))
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .transform((text) => `${text}Z`)
  .nullish()
  .catch(null)
const moduleSchema = z.object({
  name: word,
  result: word.nullish().transform((result) => result ?? ''),
  flags: z.array(z.string()).catch([]),
})

const jobSchema = z
  .object({
    id: z.int().positive(),
    test: word,
    state: word,
    result: word,
    clone_id: z.int().nullish(),
    t_finished: time,
    settings: members(z.unknown()),
    modules: z.array(moduleSchema).nullish(),
  })
  .transform((job): ReportedJob => ({
    id: job.id,
    test: job.test,
    state: job.state,
    result: job.result,
    isReplaced: typeof job.clone_id === 'number',
    finishedAt: job.t_finished ?? null,
    settings: new Map(Object.entries(job.settings).flatMap(([key, value]) => settingOf(key, value))),
    modules: job.modules ?? [],
  }))

const listSchema = z.object({ jobs: z.array(jobSchema) })

/**
 * Every job of a build, sorted by id, superseded ones included.
 * @throws Garbled if the answer is not a list of jobs, or has a job of another build
 */
export function parseReportedJobs(build: string, answer: unknown): readonly ReportedJob[] {
  const { jobs } = parseAs("openQA's list of jobs", listSchema, answer)
  const stray = jobs.find(({ settings }) => (settings.get('BUILD') ?? build) !== build)
  if (stray !== undefined)
    throw new Garbled(`jobs of the build ${build}`, `a job of ${quoted(stray.settings.get('BUILD') ?? '')}`)
  return jobs.toSorted((one, other) => one.id - other.id)
}

function settingOf(key: string, value: unknown): readonly (readonly [string, string])[] {
  return typeof value === 'string' ? [[key, value.slice(0, longest)]] : []
}
