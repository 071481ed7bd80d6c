import type { HistoryLine } from '../../archive/queries/test-history.ts'
import { nightsOf, rowOfFailures, type PastRun } from '../../jobs/compare/track.ts'
import { counted } from '../../report/counted.ts'

/** A night on which a test passed or failed. */
interface RanNight {
  readonly line: HistoryLine
  readonly run: PastRun
}

/** How a test stands by its last nights. */
export interface TestStanding {
  readonly ended: PastRun['ended']
  /** The night with which it began to fail in this way, or to pass. */
  readonly since: HistoryLine
  /** Nights of that row. */
  readonly nights: number
  /** The row begins with the first night that was looked at, so it may be longer. */
  readonly orEarlier: boolean
  /** The last night on which it ended otherwise: failed, or failed in other modules; null for none. */
  readonly before: HistoryLine | null
  /** The last night on which it passed; null where it never did. */
  readonly lastPassed: HistoryLine | null
  /** The last night on which it failed; null where it never did. */
  readonly lastFailed: HistoryLine | null
  /** Nights since then on which it neither passed nor failed. */
  readonly silent: number
}

/** How often a test passed only when tried again. */
export interface FlakeCount {
  readonly flaky: number
  /** Nights on which it passed or failed. */
  readonly ran: number
  /** Nights that were looked at. */
  readonly of: number
}

/** How a test stands; the lines come with the latest first. Null where it never passed or failed. */
export function testStanding(lines: readonly HistoryLine[]): TestStanding | null {
  const ran = lines.flatMap(ranNight)
  const [last] = ran
  if (last === undefined) return null
  const runs = ran.map(({ run }) => run)
  const passes = runs.findIndex(({ ended }) => ended === 'failed')
  const length =
    last.run.ended === 'failed' ? rowOfFailures(runs, []).length : passes === -1 ? runs.length : passes
  const failed = ran.find(({ run }) => run.ended === 'failed')
  return {
    ended: last.run.ended,
    since: ran[length - 1]?.line ?? last.line,
    nights: nightsOf(runs.slice(0, length)),
    orEarlier: length === runs.length,
    before: ran[length]?.line ?? null,
    lastPassed: ran.find(({ run }) => run.ended !== 'failed')?.line ?? null,
    lastFailed: failed?.line ?? null,
    silent: lines.indexOf(last.line),
  }
}

/** How often it was flaky on the last so many nights. */
export function flakesOfLast(lines: readonly HistoryLine[], nights: number): FlakeCount {
  const some = lines.slice(0, nights)
  const ran = some.flatMap(ranNight)
  return { flaky: ran.filter(({ run }) => run.flaky).length, ran: ran.length, of: some.length }
}

/** `Of the last 30 nights it ran on 28, and was flaky on 2 (7 %)` */
export function flakeWords({ flaky, ran, of }: FlakeCount): string {
  const rate = flaky === 0 ? 'none' : `${flaky} (${Math.round((100 * flaky) / ran)} %)`
  return `of the last ${counted(of, 'night')} it ran on ${ran}, and was flaky on ${rate}`
}

function ranNight(line: HistoryLine): readonly RanNight[] {
  const { standing, due, compose, run, flaky, failedModules } = line
  if (standing !== 'passed' && standing !== 'softfailed' && standing !== 'failed') return []
  const told = { night: due, compose: compose ?? run, ended: standing, flaky: flaky === true, failedModules }
  return [{ line, run: told }]
}
