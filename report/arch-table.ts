import type { Standing } from '../jobs/results/standing.ts'
import type { StandingCounts, Tests } from './report.ts'
import { standingColumns } from './standing-words.ts'
import { safeLine } from '../compose/safe-line.ts'

/** The tests of each arch by standing, as a table; empty if there are no tests. */
export function archTable({ counts, byArch }: Tests): readonly string[] {
  if (counts.total === 0) return []
  // The columns passed and failed are always shown, the others only if they count a test.
  const used = standingColumns.filter(
    ([name, kinds]) => ['passed', 'failed'].includes(name) || sum(counts, kinds) > 0,
  )
  const line = (name: string, cells: readonly string[]) =>
    `  ${safeLine(name, 10).padEnd(10)}${cells.map((cell, nth) => cell.padStart(widthOf(used[nth]?.[0]))).join('')}`
  const row = (name: string, of: StandingCounts) =>
    line(name, [...used.map(([, kinds]) => String(sum(of, kinds))), String(of.total)])
  return [
    line('', [...used.map(([name]) => name), 'total']),
    ...byArch.map(({ arch, counts: own }) => row(arch, own)),
    ...(byArch.length > 1 ? [row('all', counts)] : []),
  ]
}

/** How many tests passed on each arch, in a sentence. */
export function archSentence({ byArch }: Tests): string {
  return byArch.map(({ arch, counts }) => `${arch} ${sum(counts, ['passed', 'softfailed'])}`).join(', ')
}

function widthOf(head = 'total'): number {
  return head.length + 2
}

function sum(counts: StandingCounts, kinds: readonly Standing[]): number {
  return kinds.reduce((total, kind) => total + counts[kind], 0)
}
