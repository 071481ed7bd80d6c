import { safeLine } from '../compose/safe-line.ts'
import type { Report } from './report.ts'
import { shortCompose } from './short-compose.ts'

/** Longer subjects are cut by many mail programs. */
const most = 78

/**
 * The subject of a mail: `[Rawhide] 20261124.n.0 BROKEN: 2 new failures (installer), 5 known, 1 flaky`. The
 * last parts are left out where they do not fit.
 */
export function subjectOf(report: Report): string {
  const { title, verdict, edition, summary } = report
  const amended = edition > 1 ? ' (amended)' : ''
  const head = `[${safeLine(title, 20)}] ${safeLine(what(report), 30)} ${verdict.toUpperCase()}${amended}: `
  const parts = summary.map((part) => safeLine(part, most))
  const fitting = parts.filter((_, nth) => head.length + parts.slice(0, nth + 1).join(', ').length <= most)
  return safeLine(`${head}${fitting.length === 0 ? (parts[0] ?? '') : fitting.join(', ')}`, most)
}

/** The compose id without the part that the title has; the date if there is no compose. */
function what({ compose, night }: Report): string {
  return compose === null ? night.date : shortCompose(compose.id)
}
