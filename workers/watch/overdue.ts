import type { LastReports } from '../../archive/queries/last-reports.ts'
import { candidates } from '../../compose/naming/candidate.ts'
import { dateOfNight } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { lastDueMs, nextDueMs, nightDueAt } from '../../compose/streams/due-times.ts'
import type { Settings } from '../config/config.ts'
import { nightStreams, streamNamed } from '../config/streams.ts'
import { timesOf } from '../due.ts'
import { patienceOf } from '../patience-of.ts'

/** How a stream stands: in time, overdue, or not watched by the configuration. */
export interface StreamWatch {
  readonly stream: Stream
  readonly state: 'in time' | 'overdue' | 'not watched'
  /** The last night that must have a report by now; null where none must. */
  readonly night: string | null
  /** ISO: until when it had to report; of the next one, where none must have reported. */
  readonly dueBy: string | null
  /** The last night that was opened, and the last one with a report. */
  readonly opened: string | null
  readonly reported: string | null
  /** ISO, when the last report was made. */
  readonly lastReport: string | null
}

type Watched = Pick<Settings, 'streams' | 'patience'>

/** A night looks once more at the end of a stage, and makes its report. */
const marginMs = 3_600_000

/**
 * How long after its due hour a night may report: what the configuration says, else as long as its stages
 * may take together, so that no night which keeps to its deadlines is overdue. Null: the stream is not
 * watched; no candidate is due at any hour.
 */
export function reportWithinMs(settings: Watched, stream: Stream): number | null {
  if (stream === candidates) return null
  const { report_within: said } = streamNamed(settings, stream)
  if (said !== undefined) return said
  const { find, complete, schedule: posting, await: awaiting } = patienceOf(settings, stream)
  const stages = [find, complete, posting, awaiting]
  return stages.reduce((sum, { deadlineMs }) => sum + deadlineMs, marginMs)
}

/** How each stream stands at a moment. */
export function watchStreams(settings: Watched, last: LastReports, nowMs: number): readonly StreamWatch[] {
  return nightStreams(settings).map((stream) => watchStream(settings, stream, { last, nowMs }))
}

function watchStream(
  settings: Watched,
  stream: Stream,
  { last, nowMs }: { readonly last: LastReports; readonly nowMs: number },
): StreamWatch {
  const known = last.streams.find((each) => each.stream === stream)
  const times = timesOf(settings, stream)
  const named = (due: number) => dateOfNight(nightDueAt(stream, times, due))
  const [opened = null, reported = null] = [known?.opened, known?.reported].map(
    (due) => due && named(Date.parse(due)),
  )
  const withinMs = reportWithinMs(settings, stream)
  const of = { stream, opened, reported, lastReport: known?.at ?? null }
  if (withinMs === null) return { ...of, state: 'not watched', night: null, dueBy: null }
  const sinceMs = Date.parse(last.since)
  const lastDue = lastDueMs(times, nowMs - withinMs)
  const mustReport = lastDue >= sinceMs
  const due = mustReport ? lastDue : nextDueMs(times, sinceMs)
  const night = mustReport ? named(due) : null
  const isOverdue = night !== null && (reported === null || reported < night)
  const dueBy = new Date(due + withinMs).toISOString()
  return { ...of, state: isOverdue ? 'overdue' : 'in time', night, dueBy }
}
