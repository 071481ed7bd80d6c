import { unacceptedImages, unacceptedTests } from './orders/unaccepted.ts'
import type { Report } from './report.ts'

/** Whether a night brought nothing that the one before did not: nobody has to act on it. */
export function isLikeTheNightBefore({
  verdict,
  comparison,
  tests,
  images,
  posts,
  attention,
  amends,
}: Pick<Report, 'verdict' | 'comparison' | 'tests' | 'images' | 'posts' | 'attention' | 'amends'>): boolean {
  const { counts, list } = unacceptedTests(tests)
  const untaken = [...posts.refused, ...posts.unknown, ...posts.partial, ...posts.vanished]
  return (
    ['passed', 'degraded', 'broken'].includes(verdict) &&
    comparison?.baseline != null &&
    amends === null &&
    counts.new + counts.failed + counts.fixed + counts.unfinished + counts.unknown === 0 &&
    list.every(({ isNew, failing }) => !isNew && failing?.nights !== 1) &&
    !unacceptedImages(images).some(({ isNewlyMissing }) => isNewlyMissing) &&
    untaken.length === 0 &&
    attention.length === 0
  )
}
