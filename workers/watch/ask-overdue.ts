import { lastReports } from '../../archive/queries/last-reports.ts'
import type { Alarm } from '../../report/alarm/alarm.ts'
import { readAnyLevel } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { watchStreams, type StreamWatch } from './overdue.ts'

/** How the streams stand; `unknown` where the archive does not say. */
export type OverdueAnswer =
  | { readonly kind: 'known'; readonly streams: readonly StreamWatch[] }
  | { readonly kind: 'unknown'; readonly why: string }

/** Asks the archive, and nothing else, whether the reports come in time. Null where no archive is named. */
export async function askOverdue(settings: Settings, nowMs: number): Promise<OverdueAnswer | null> {
  try {
    const last = await readAnyLevel(settings, lastReports)
    return last === null ? null : { kind: 'known', streams: watchStreams(settings, last, nowMs) }
  } catch (error) {
    // Whatever it is, nobody can say that the reports come.
    return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) }
  }
}

/** What people must be told of an answer. */
export function alarmsOf(answer: OverdueAnswer): readonly Alarm[] {
  if (answer.kind === 'unknown') return [{ kind: 'archive-away', why: answer.why }]
  return answer.streams.flatMap(({ state, stream, night, dueBy, opened, lastReport }) =>
    state === 'overdue' && night !== null && dueBy !== null
      ? [{ kind: 'overdue' as const, stream, night, dueBy, opened, lastReport }]
      : [],
  )
}
