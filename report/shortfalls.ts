import { counted } from '../jobs/counted.ts'
import type { Report } from './report.ts'

/** What is wrong with a compose, a few words each, the gravest first; a subject line has no room for more. */
export function shortfallsOf({
  tests,
  images,
  posts,
}: Pick<Report, 'tests' | 'images' | 'posts'>): readonly string[] {
  const { counts, flaky } = tests
  const missing = images?.missing.length ?? 0
  const numbers: readonly (readonly [number, string])[] = [
    [counts.failed, `${counts.failed} failed`],
    [missing, `${counted(missing, 'image')} missing`],
    [counts.unfinished, `${counts.unfinished} unfinished`],
    [counts.broken, `${counts.broken} broke off`],
    [counts.unknown, `${counts.unknown} not understood`],
    [counts.skipped, `${counts.skipped} not run`],
    [counts.stopped, `${counts.stopped} stopped`],
    [posts.refused.length, `${counted(posts.refused.length, 'flavor')} refused`],
    [posts.unknown.length, `${counted(posts.unknown.length, 'flavor')} perhaps not posted`],
    [posts.partial.length, `${counted(posts.partial.length, 'flavor')} scheduled in part`],
    [posts.vanished.length, `${counted(posts.vanished.length, 'flavor')} vanished`],
    [flaky.length, `${flaky.length} flaky`],
  ]
  return numbers.flatMap(([count, words]) => (count > 0 ? [words] : []))
}
