import type { Job } from '../../jobs/results/job.ts'
import { jobOf } from './job-of.ts'

/** A job that passed, but for what a test says of it; its id makes it a scenario of its own. */
export function numberedJob(id: number, what: Partial<Job> = {}): Job {
  return jobOf({ id, test: `test_${id}`, ...what })
}
