import type { Job } from './job.ts'
import type { PostOutcome } from '../plan/post.ts'

const made: readonly PostOutcome['kind'][] = ['scheduled', 'found', 'partial']

/** The posts whose jobs openQA made, but no longer has. */
export function vanishedPosts(posts: readonly PostOutcome[], jobs: readonly Job[]): readonly PostOutcome[] {
  const seen = new Set(jobs.map(({ flavor, arch }) => `${flavor} ${arch}`))
  return posts.filter(({ kind, flavor, arch }) => made.includes(kind) && !seen.has(`${flavor} ${arch}`))
}
