import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { playPure } from '../../story/pure-nights.ts'
import { thirtyNights } from '../../story/thirty-nights.ts'
import { nights } from '../nights.ts'

/** A report of every kind, by the name of its night. */
export const kinds: readonly (readonly [string, Report])[] = Object.entries(nights).map(
  ([name, facts]) => [name, makeReport(facts)] as const,
)

/** The reports of the story. */
export const story: readonly (readonly [string, Report])[] = playPure(thirtyNights).map(
  (report) => [report.night.date, report] as const,
)

/** The report of one night. */
export function reportOn(name: string): Report {
  const [, report] = kinds.find(([kind]) => kind === name) ?? []
  if (report === undefined) throw new Error(`there is no night ${name}`)
  return report
}
