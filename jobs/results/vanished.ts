import type { Job } from './job.ts'
import type { PostOutcome } from '../plan/post.ts'

const made: readonly PostOutcome['kind'][] = ['scheduled', 'found', 'partial']

/** The posts of which openQA said that it made jobs, and none of them is there now. */
export function vanishedPosts(posts: readonly PostOutcome[], jobs: readonly Job[]): readonly PostOutcome[] {
  const seen = new Set(jobs.map(({ flavor, arch }) => `${flavor} ${arch}`))
  return posts.filter(({ kind, flavor, arch }) => made.includes(kind) && !seen.has(`${flavor} ${arch}`))
}
