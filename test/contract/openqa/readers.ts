import { z } from 'zod'
import { readPostAnswer, type PostAnswer } from '../../../jobs/plan/post-answer.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { parseJobs } from '../../../jobs/results/parse-jobs.ts'

const one = z.object({ job: z.unknown() })
const ids = z.object({ jobs: z.array(z.int()) })
const product = z.object({
  id: z.int(),
  status: z.string(),
  results: z
    .object({ error: z.string().nullish(), successful_job_ids: z.array(z.int()).nullish() })
    .nullish(),
})

/** The job of `GET /jobs/<id>`, which has the shape of one of a list. */
export function readJob(answer: unknown): Job {
  const [job] = parseJobs({ jobs: [one.parse(answer).job] })
  if (job === undefined) throw new Error('expected a job')
  return job
}

/** The job ids of `GET /job_settings/jobs`, rising. */
export function readJobIds(answer: unknown): readonly number[] {
  return ids.parse(answer).jobs.toSorted((first, other) => first - other)
}

/** What became of an async post, as its scheduled product tells; `accepted` until openQA has worked on it. */
export function readProduct(answer: unknown): PostAnswer {
  const { id, results } = product.parse(answer)
  if (!results) return { kind: 'accepted', productId: id }
  const { error, successful_job_ids } = results
  return readPostAnswer({ scheduled_product_id: id, error, ids: successful_job_ids ?? [], failed: [] })
}
