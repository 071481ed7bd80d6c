import { minuteOf } from './minute.ts'
import type { Report } from './report.ts'
import { safeLine } from '../compose/safe-line.ts'

const roomFor = 3

/** The subject of a mail: `[Rawhide] 20261124.n.0 FAILED: 2 failed, 1 image missing – 212/222 passed`. */
export function subjectOf(report: Report): string {
  const { title, verdict, edition } = report
  const amended = edition > 1 ? ' (amended)' : ''
  return safeLine(`[${title}] ${what(report)} ${verdict.toUpperCase()}${amended}: ${why(report)}`, 150)
}

/** The compose id without the part that the title has; the date if there is no compose. */
function what({ compose, night }: Report): string {
  return compose === null ? night.date : compose.id.replace(/^Fedora-[^-]+-/, '')
}

function why(report: Report): string {
  const { verdict, discarded, compose } = report
  if (verdict === 'neutral') return 'no Branched release at present'
  if (verdict === 'unfinished') return `not complete in time, STATUS ${compose?.status || 'missing'}`
  if (verdict === 'absent') return discarded.length > 0 ? 'no usable compose tonight' : 'no compose tonight'
  return [troubles(report), passes(report)].filter((part) => part !== '').join(' – ')
}

function troubles({ shortfalls, unknownCause, unansweredSince }: Report): string {
  const causes = {
    unobserved: [`nobody could look since ${minuteOf(unansweredSince)}`],
    unreachable: ['openQA unreachable'],
    'nothing-scheduled': ['nothing scheduled'],
    unfinished: [],
    'nothing-ran': [],
  }
  const cause = unknownCause === null ? [] : causes[unknownCause]
  return [...cause, ...shortfalls].slice(0, roomFor).join(', ')
}

function passes({ tests: { counts } }: Report): string {
  return counts.total === 0 ? '' : `${counts.passed + counts.softfailed}/${counts.total} passed`
}
