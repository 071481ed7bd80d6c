import type { Job } from './job.ts'
import type { PostOutcome } from './post.ts'

/** The posts of which openQA said that it made jobs, and none of them is there now. */
export function vanishedPosts(posts: readonly PostOutcome[], jobs: readonly Job[]): readonly PostOutcome[] {
  const seen = new Set(jobs.map(({ flavor, arch }) => `${flavor} ${arch}`))
  return posts.filter(
    ({ kind, flavor, arch }) => (kind === 'scheduled' || kind === 'found') && !seen.has(`${flavor} ${arch}`),
  )
}
