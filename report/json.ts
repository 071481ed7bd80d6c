import type { Report } from './report.ts'

/** The report for programs: JSON in the form of `report-schema.ts`. The same report makes the same text. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
