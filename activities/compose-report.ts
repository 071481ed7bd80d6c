import { createHash } from 'node:crypto'
import type { RecordedEdition } from '../archive/nights/record-edition.ts'
import { gistOf } from '../report/gist.ts'
import { notOkOf, problemsOf } from '../report/orders/problems.ts'
import { makeReport } from '../report/make-report.ts'
import { parseReport } from '../report/report-schema.ts'
import { subjectOf } from '../report/told/subject.ts'
import type { ReportAnswer, ReportInput } from './report-activities.ts'
import { askArchive, askWithin, noteInArchive, type AskArchive } from './archive-failures.ts'
import { noteOrders } from './orders/night-orders.ts'
import { nightRun } from './night-run.ts'
import { archiveMs, reportFacts, type ReportFacts } from './report-facts.ts'
import type { Tools } from './tools.ts'

/**
 * Writes the report of a night as its next edition into the archive, which numbers it. If the archive is
 * away, the report is made all the same: its mail does not wait for the archive. A report that says what the
 * edition that stands says is no new edition.
 */
export function composeReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const ask = askWithin(archiveMs())
    const facts = await reportFacts(tools, input, ask)
    const written = await write(tools, input, facts, ask)
    if (written.recorded) {
      await noteOrders(tools, input)
      await noteInArchive(() => close(tools, input, written))
    }
    const channels = tools.channels.map(({ name }) => name)
    return channels.length === 0 ? written : { ...written, channels }
  }
}

async function write(
  tools: Tools,
  input: ReportInput,
  facts: ReportFacts,
  ask: AskArchive,
): Promise<ReportAnswer> {
  const draft = unrecorded(facts, input.nth)
  const before = await ask(() => standing(tools, input))
  const previous = before.kind === 'value' ? before.value : null
  if (previous !== null && digestOf(previous) === digestOf(draft)) return answerOf(previous, true)
  // An archive that is away now gets the report later; the mail does not wait for it.
  if (before.kind === 'away') return answerOf(draft, false)
  const recorded = await askArchive(() => record(tools, input, facts, previous))
  return recorded.kind === 'value' ? answerOf(recorded.value, true) : answerOf(draft, false)
}

/** The edition of this night that stands; null where it has none. */
async function standing(tools: Tools, { night }: ReportInput): Promise<RecordedEdition | null> {
  const json = await tools.archive.reportOf(nightRun(tools, night).id)
  if (json === null) return null
  const report = parseReport(json)
  return { number: report.edition, report }
}

/**
 * Records the report of an edition that the archive did not take when it was due, from the night's facts as
 * they are now. @throws ArchiveAway
 */
export function recordReport(tools: Tools): (input: ReportInput) => Promise<ReportAnswer> {
  return async (input) => {
    const facts = await reportFacts(tools, input, askArchive)
    const before = await askArchive(() => standing(tools, input))
    const previous = before.kind === 'value' ? before.value : null
    const written = answerOf(await record(tools, input, facts, previous), true)
    await noteOrders(tools, input)
    await close(tools, input, written)
    return written
  }
}

function answerOf({ number, report }: RecordedEdition, recorded: boolean): ReportAnswer {
  const digest = digestOf({ report })
  const notCompared = report.comparison?.unknown ?? null
  return {
    edition: number,
    recorded,
    verdict: report.verdict,
    subject: subjectOf(report),
    digest,
    notCompared,
    problems: problemsOf(report),
    notOk: notOkOf(report),
  }
}

function digestOf({ report }: Pick<RecordedEdition, 'report'>): string {
  return createHash('sha256').update(gistOf(report)).digest('hex')
}

/** The report of an edition that is not in the archive. */
export function unrecorded(facts: ReportFacts, number: number): RecordedEdition {
  return { number, report: makeReport({ ...facts, edition: number, previous: null }) }
}

function record(
  tools: Tools,
  { night, nth }: ReportInput,
  facts: ReportFacts,
  previous: RecordedEdition | null,
): Promise<RecordedEdition> {
  const run = nightRun(tools, night)
  return tools.archive.recordEdition(run, `${run.temporalRun}/${nth}`, (number) => {
    const report = makeReport({ ...facts, edition: number, previous: previous?.report ?? null })
    const { outcome, jobs, bugs, allImages: images } = facts
    return { report, outcome, subject: subjectOf(report), jobs, bugs, images }
  })
}

/** The night has ended, though a later report may amend this one. */
function close({ archive, ...tools }: Tools, input: ReportInput, { verdict }: ReportAnswer): Promise<void> {
  const { night, at, outcome, compose } = input
  return archive.closeRun(nightRun(tools, night), { at, outcome, verdict, compose, noReport: null })
}
