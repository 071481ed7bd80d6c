import type { RecordedEdition } from '../archive/nights/record-edition.ts'
import { makeReport } from '../report/make-report.ts'
import type { Report } from '../report/report.ts'
import { subjectOf } from '../report/subject.ts'
import type { ReportAnswer, ReportInput } from './report-activities.ts'
import { askArchive, noteInArchive } from './archive-failures.ts'
import { nightRun } from './night-run.ts'
import { reportFacts, type ReportFacts } from './report-facts.ts'
import type { Tools } from './tools.ts'

/**
 * Writes the report of a night as its next edition into the archive, which numbers it. If the archive is
 * away, the report is made all the same: its mail does not wait for the archive.
 */
export function composeReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const facts = await reportFacts(tools, input)
    const recorded = await askArchive(() => record(tools, input, facts))
    const isRecorded = recorded.kind === 'value'
    const written = answerOf(isRecorded ? recorded.value : unrecorded(facts, input.nth), isRecorded)
    await noteInArchive(() => close(tools, input, written))
    return written
  }
}

/**
 * Records the report of an edition that the archive did not take when it was due, from the night's facts as
 * they are now. @throws ArchiveAway
 */
export function recordReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const written = answerOf(await record(tools, input, await reportFacts(tools, input)), true)
    await close(tools, input, written)
    return written
  }
}

function answerOf({ number, report }: RecordedEdition, recorded: boolean): ReportAnswer {
  return { edition: number, recorded, verdict: report.verdict, subject: subjectOf(report) }
}

/** The report of an edition that is not in the archive. */
export function unrecorded(facts: ReportFacts, number: number): RecordedEdition {
  return { number, report: reportOf(facts, number) }
}

function record(tools: Tools, { night, nth }: ReportInput, facts: ReportFacts): Promise<RecordedEdition> {
  const run = nightRun(tools, night)
  return tools.archive.recordEdition(run, `${run.temporalRun}/${nth}`, (number) => {
    const report = reportOf(facts, number)
    const { outcome, jobs, bugs, allImages: images } = facts
    return { report, outcome, subject: subjectOf(report), jobs, bugs, images }
  })
}

/** The night has ended, though a later report may amend this one. */
function close({ archive, ...tools }: Tools, input: ReportInput, { verdict }: ReportAnswer): Promise<void> {
  const { night, at, outcome, compose } = input
  return archive.closeRun(nightRun(tools, night), { at, outcome, verdict, compose, noReport: null })
}

function reportOf(all: ReportFacts, edition: number): Report {
  const { allImages: _, ...facts } = all
  return makeReport({ ...facts, edition })
}
