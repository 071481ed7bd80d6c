import type { OpenQa } from '../clients/openqa/openqa.ts'
import { buildJobs } from '../jobs/results/build-jobs.ts'
import { parseJobs } from '../jobs/results/parse-jobs.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import { markerSetting } from '../jobs/plan/marker.ts'

/** Results of cancelled jobs: such jobs do not count as a post. */
const takenBack = new Set(['user_cancelled', 'obsoleted'])

/** The jobs that openQA has for a post's (BUILD, FLAVOR, ARCH), whatever their asset; null if it has none. */
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
