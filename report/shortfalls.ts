import type { Standing } from '../jobs/results/standing.ts'
import { counted } from './counted.ts'
import type { Report } from './report.ts'
import { standingWords } from './standing-words.ts'

/** What is wrong with a compose, the most serious first, in few words: they must fit a subject line. */
export function shortfallsOf({
  tests,
  images,
  posts,
}: Pick<Report, 'tests' | 'images' | 'posts'>): readonly string[] {
  const { counts, flaky } = tests
  const missing = images?.missing.length ?? 0
  const standingCount = (kind: Standing) =>
    [counts[kind], `${counts[kind]} ${standingWords[kind].short}`] as const
  const numbers: readonly (readonly [number, string])[] = [
    standingCount('failed'),
    [missing, `${counted(missing, 'image')} missing`],
    standingCount('unfinished'),
    standingCount('broken'),
    standingCount('unknown'),
    standingCount('skipped'),
    standingCount('stopped'),
    [posts.refused.length, `${counted(posts.refused.length, 'flavor')} refused`],
    [posts.unknown.length, `${counted(posts.unknown.length, 'flavor')} perhaps not posted`],
    [posts.partial.length, `${counted(posts.partial.length, 'flavor')} scheduled in part`],
    [posts.vanished.length, `${counted(posts.vanished.length, 'flavor')} vanished`],
    [flaky.length, `${flaky.length} flaky`],
  ]
  return numbers.flatMap(([count, words]) => (count > 0 ? [words] : []))
}
