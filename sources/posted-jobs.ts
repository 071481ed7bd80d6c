import type { OpenQa } from '../clients/openqa/openqa.ts'
import { buildJobs } from '../jobs/results/build-jobs.ts'
import { parseJobs } from '../jobs/results/parse-jobs.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import { markerSetting } from '../jobs/plan/marker.ts'

/** Results of jobs that a person took back: they stand for no post. */
const takenBack = new Set(['user_cancelled', 'obsoleted'])

/** What openQA already has for a post, by (BUILD, FLAVOR, ARCH) whatever its asset; null where it has nothing. */
export async function postedJobs(
  client: OpenQa,
  { flavor, arch, settings }: Post,
): Promise<PostOutcome | null> {
  const build = settings['BUILD'] ?? ''
  const { latest } = buildJobs(parseJobs(await client.jobsOf({ build, flavor, arch })))
  const standing = latest.filter(({ result }) => !takenBack.has(result))
  if (standing.length === 0) return null
  const ours = standing.some(({ marker }) => marker === settings[markerSetting])
  return { kind: ours ? 'scheduled' : 'found', flavor, arch, jobs: standing.length }
}
