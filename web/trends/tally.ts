import type { TrendNight } from '../../archive/queries/trends.ts'
import { counted } from '../../report/counted.ts'
import { span } from '../parts/span.ts'

/** So many nights are looked back on. */
export const trendNights = 90

/** The nights of a stream in a few numbers. */
export interface TrendTally {
  readonly nights: number
  readonly passed: number
  readonly noCompose: number
  /** From the due hour to the first report, in the middle; null where no night has one. */
  readonly reportMs: number | null
}

/** Counts nights. */
export function tallyOf(nights: readonly TrendNight[]): TrendTally {
  const times = nights.map(reportMs).filter((ms) => ms !== null)
  return {
    nights: nights.length,
    passed: nights.filter(({ verdict }) => verdict === 'passed').length,
    noCompose: nights.filter(({ compose }) => compose === null).length,
    reportMs: median(times),
  }
}

/** The middle of some values, or between the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The tally as the sentence that answers. */
export function tallyWords(title: string, { nights, passed, noCompose, reportMs: ms }: TrendTally): string {
  const report = ms === null ? '' : `; a report came ${span(ms)} after the due hour (median)`
  const composes = noCompose === 0 ? 'always had a compose' : `had no compose on ${noCompose}`
  return `In the last ${counted(nights, 'night')} ${title} passed ${passed}, ${composes}${report}.`
}

/** From the due hour to the first report; null where there is none. */
export function reportMs({ due, reportedAt }: TrendNight): number | null {
  return reportedAt === null ? null : Math.max(0, Date.parse(reportedAt) - Date.parse(due))
}
