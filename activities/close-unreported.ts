import type { UnreportedEnd } from './report-activities.ts'
import { nightRun } from './night-run.ts'
import type { Tools } from './tools.ts'

/** Writes down that a run ended without a report. @throws ArchiveAway */
export function closeUnreported(tools: Tools): (input: UnreportedEnd) => Promise<void> {
  return ({ night, how: outcome, why, ...end }) =>
    tools.archive.closeRun(nightRun(tools, night), { ...end, outcome, verdict: 'unreported', noReport: why })
}
