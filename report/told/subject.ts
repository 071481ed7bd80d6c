import { dateOfNight } from '../../compose/naming/night.ts'
import { safeLine } from '../../compose/safe-line.ts'
import type { Report } from '../report.ts'
import { shortCompose } from '../short-compose.ts'

/** Longer subjects are cut by many mail programs. */
const most = 78

/**
 * The subject of a mail: `[Rawhide] 20261124.n.0 BROKEN: 2 new failures (installer), 5 known, 1 flaky`. The
 * last parts are left out where they do not fit.
 */
export function subjectOf(report: Report): string {
  const { title, verdict, edition, summary } = report
  const amended = edition > 1 ? ' (amended)' : ''
  const head = `[${safeLine(title, 20)}] ${safeLine(what(report), 30)} ${verdict.toUpperCase()}${amended}`
  const [first = '', ...others] = summary.map((part) => safeLine(part, most))
  const room = most - `${head}: `.length
  const words = first.length <= room ? fitting([first, ...others], ', ', room) : cut(first, room)
  return words === '' ? head : `${head}: ${words}`
}

/** A part that does not fit by itself, without its last words. */
function cut(part: string, room: number): string {
  const words = fitting(part.split(' '), ' ', room - 1)
  return words === '' ? '' : `${words}…`
}

/** As many as fit, beginning with the first. */
function fitting(parts: readonly string[], separator: string, room: number): string {
  const rows = parts.map((_, nth) => parts.slice(0, nth + 1).join(separator))
  return rows.findLast((row) => row.length <= room) ?? ''
}

/** The compose id without the part that the title has; the date if there is no compose. */
function what({ compose, night }: Report): string {
  return compose === null ? dateOfNight(night) : shortCompose(compose.id)
}
