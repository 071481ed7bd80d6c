import type { Archive, Ref } from '../archive/archive.ts'
import type { Image } from '../compose/images/image.ts'
import { buildJobs, type BuildJobs } from '../jobs/results/build-jobs.ts'
import type { Job } from '../jobs/results/job.ts'
import type { Post } from '../jobs/plan/post.ts'
import type { JudgedImages } from '../compose/koji/koji-explanation.ts'

/** What the archive keeps of a planned compose. */
export interface KeptPlan {
  readonly compose: string
  readonly url: string
  readonly label: string | null
  readonly version: string
  readonly posts: readonly Post[]
  /** What the plan had to guess, a sentence each. */
  readonly warnings: readonly string[]
  readonly images: readonly Image[]
  /** Which expected images are missing, and the failed Koji tasks that explain them. */
  readonly judged: JudgedImages | null
}

/** The plan that `planCompose` kept. */
export async function recallPlan(archive: Archive, ref: Ref): Promise<KeptPlan> {
  const plan: KeptPlan = JSON.parse(await archive.recall(ref))
  return plan
}

/** The jobs that `observeJobs` kept. */
export async function recallJobs(archive: Archive, ref: Ref): Promise<BuildJobs> {
  const jobs: readonly Job[] = JSON.parse(await archive.recall(ref))
  return buildJobs(jobs)
}
