import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { isStanding } from '../../jobs/results/others-jobs.ts'
import { parseJobs } from '../../jobs/results/parse-jobs.ts'
import type { Post, PostOutcome } from '../../jobs/plan/post.ts'
import { markerSetting } from '../../jobs/plan/marker.ts'

/**
 * The jobs that openQA has for a post's (BUILD, FLAVOR, ARCH), whatever their asset; null if none counts as
 * this post. If all jobs are cancelled, they count only if this run made them, by their marker: somebody
 * cancelled them after the post, and wants no other. Cancelled jobs from before do not count.
 */
export async function postedJobs(
  client: OpenQa,
  { flavor, arch, settings }: Post,
): Promise<PostOutcome | null> {
  const build = settings['BUILD'] ?? ''
  const { every, latest } = buildJobs(parseJobs(await client.jobsOf({ build, flavor, arch })))
  const own = every.filter(({ marker }) => marker === settings[markerSetting])
  const standing = every.filter(isStanding)
  const counting = standing.length > 0 ? standing : own
  if (counting.length === 0) return null
  const kind = counting.some((job) => own.includes(job)) ? 'scheduled' : 'found'
  const current = latest.filter(({ id }) => counting.some((job) => job.id === id))
  return { kind, flavor, arch, jobs: current.length || counting.length }
}
