import { windowOf } from '../../compose/streams/due-window.ts'
import type { Night } from '../../compose/naming/night.ts'
import { minuteOf } from '../../report/minute.ts'
import type { Settings } from '../config/config.ts'
import { dueOf, timesOf } from '../due.ts'
import { patienceOf } from '../patience-of.ts'

/**
 * What to know of a night that starts when its stage `find` would have been over; null of one in time. Its
 * deadlines count from the start, so a compose that was deleted meanwhile is waited for.
 */
export function lateStart(
  settings: Pick<Settings, 'streams' | 'patience'>,
  night: Night,
  nowMs: number,
): string | null {
  const due = dueOf(settings, night)
  const { deadlineMs } = patienceOf(settings, night.stream).find
  if (nowMs <= Date.parse(due) + deadlineMs) return null
  const window = windowOf(timesOf(settings, night.stream), night)
  if (window !== null && nowMs > Date.parse(window.until))
    return `late, as it was due ${minuteOf(due)}: only composes count that started before ${minuteOf(window.until)}`
  const until = minuteOf(new Date(nowMs + deadlineMs).toISOString())
  return `late, as it was due ${minuteOf(due)}: its deadlines count from now, and it looks for its compose until ${until}`
}
