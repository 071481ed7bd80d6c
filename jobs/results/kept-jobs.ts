import { z } from 'zod'
import { readJson } from '../../compose/read-json.ts'
import { buildJobs, type BuildJobs } from './build-jobs.ts'
import type { Job } from './job.ts'
import { usualDistri } from './lineage.ts'

const text = z.string()

const job: z.ZodType<Job> = z.object({
  id: z.int(),
  // Jobs that were kept before 2026-12 do not say it.
  distri: text.default(usualDistri),
  test: text,
  flavor: text,
  arch: text,
  machine: text,
  build: text,
  state: text,
  result: text,
  cloneId: z.int().nullable(),
  blockedById: z.int().nullable(),
  reason: text,
  marker: text,
  failedModules: z.array(text),
  startedAt: text.nullable(),
  finishedAt: text.nullable(),
})

/** Reads the kept jobs of a build from JSON. @throws Garbled if it is not a list of jobs. */
export function parseKeptJobs(json: string): BuildJobs {
  return buildJobs(readJson('kept jobs', z.array(job), json))
}
