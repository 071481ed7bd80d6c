import { listed } from '../counted.ts'
import type { Report } from '../report.ts'
import { comparedWith, isOnDemand, observesWords, respinWords } from '../words/about-words.ts'
import { validationEvent } from '../words/validation-event.ts'
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
    ...eventLines(report),
    ...respinWords(report).flatMap((words) => wrap(words)),
    ...(discarded.length > 0
      ? wrap(`Discarded: ${listed(discarded.map(({ id, status }) => `${id} (${status})`))}`)
      : []),
    ...(mode === 'observe' && !isOnDemand(report) ? wrap(observesWords(report)) : []),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

function composeLine({ compose, comparison }: Report): readonly string[] {
  if (compose === null) return []
  const label = compose.label === null ? '' : `, ${compose.label}`
  return [
    ...wrap(`${compose.id} (${compose.status || 'no STATUS'}${label})`),
    ...(comparison === null ? wrap(compose.url) : wrap(comparedWith(comparison, compose.id))),
  ]
}

function eventLines({ compose }: Report): readonly string[] {
  const event = validationEvent(compose)
  return event === null ? [] : ['Its validation event, if it was nominated:', event.page, event.command]
}
