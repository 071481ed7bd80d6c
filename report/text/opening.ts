import { listed } from '../counted.ts'
import type { Report } from '../report.ts'
import { shortCompose } from '../short-compose.ts'
import { wrap } from './wrap.ts'

/** Which compose the report is about, what it is compared with, and where to look. */
export function opening(report: Report): readonly string[] {
  const { amends, mode, discarded, links, tests } = report
  const changes = (amends?.changes ?? []).flatMap((change) => wrap(change, '  ', '    '))
  const lines = [
    ...(amends === null
      ? []
      : wrap(`This amends edition ${amends.edition}${amends.changes.length === 0 ? '' : ':'}`)),
    ...changes,
    ...(changes.length === 0 ? [] : ['']),
    ...composeLine(report),
    ...(links.openqa === null || tests.counts.total === 0 ? [] : wrap(links.openqa)),
    ...respinLines(report),
    ...(discarded.length > 0
      ? wrap(`Discarded: ${listed(discarded.map(({ id, status }) => `${id} (${status})`))}`)
      : []),
    ...(mode === 'observe' ? wrap('Nightjar only watches here: somebody else schedules these tests.') : []),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

function composeLine({ compose, comparison }: Report): readonly string[] {
  if (compose === null) return []
  const label = compose.label === null ? '' : `, ${compose.label}`
  return [
    ...wrap(`${compose.id} (${compose.status || 'no STATUS'}${label})`),
    ...(comparison === null ? wrap(compose.url) : wrap(comparedWith(comparison))),
  ]
}

function comparedWith({ baseline, unknown }: NonNullable<Report['comparison']>): string {
  if (unknown !== null) return 'Compared with nothing: the nights before are not known'
  if (baseline === null) return 'Compared with nothing: it is the first night with results'
  return `Compared with ${shortCompose(baseline.compose)}`
}

/** What the compose is a respin of, and what replaces it. */
function respinLines({ respinOf, replacedBy }: Report): readonly string[] {
  const before =
    respinOf &&
    (respinOf.compose === null
      ? `${respinOf.run} had no compose; this one came later.`
      : `It is a respin of ${respinOf.compose}. ${respinOf.run} reports on that one.`)
  const after =
    replacedBy && `A newer respin has come: ${replacedBy.compose}. ${replacedBy.run} reports on it.`
  return [before, after].flatMap((line) => (line === null ? [] : wrap(line)))
}
