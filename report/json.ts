import type { Report } from './report.ts'

/** The report for programs: JSON in the shape of `report-schema.ts`, the same text for the same report. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
