import { listed } from '../counted.ts'
import type { NightCompose } from '../outcome.ts'
import type { Report } from '../report.ts'
import { comparedWith, isOnDemand, observesWords, respinWords } from '../words/about-words.ts'
import { validationEvent } from '../words/validation-event.ts'
import { link, markup, nothing, type Markup } from './markup.ts'
import { listRow, rowMarkup } from './section.ts'
import { letterColour, verdictLooks } from './verdict-looks.ts'

/** The answer, then which compose it is about, what that is compared with, and where to look. */
export function opening(report: Report): Markup {
  const { headline, verdict, amends } = report
  const look = `background-color:${verdictLooks[verdict].colour};color:${letterColour}`
  return markup`<p style="margin:0 0 .6em"><b style="${look};padding:.2em .6em;border-radius:.2em">${verdict.toUpperCase()}</b></p>
<h1 style="font-size:1.25em;margin:0 0 .6em">${headline}</h1>
${amends === null ? nothing : amendment(amends)}${aboutNight(report).map(paragraph)}`
}

function paragraph(words: Markup): Markup {
  return markup`<p style="margin:.2em 0">${words}</p>
`
}

function amendment({ edition, changes }: NonNullable<Report['amends']>): Markup {
  if (changes.length === 0) return paragraph(markup`This amends edition ${edition}`)
  const items = changes.map((change) => rowMarkup(listRow(markup`${change}`)))
  return markup`<p style="margin-bottom:0">This amends edition ${edition}:</p>
<ul style="margin-top:0;padding-left:1.2em">
${items}</ul>
`
}

/** Which compose a report is about, what it is compared with, and where to look: a sentence each. */
export function aboutNight({
  run,
  compose,
  comparison,
  discarded,
  links,
  tests,
  mode,
  stages,
  respinOf,
  replacedBy,
}: Report): readonly Markup[] {
  const hasTests = tests.counts.total > 0
  return [
    ...(compose === null ? [] : [composeWords(compose)]),
    ...(compose === null || comparison === null ? [] : [markup`${comparedWith(comparison, compose.id)}`]),
    ...(links.openqa === null || !hasTests ? [] : [link(links.openqa, "openQA's page of the whole build")]),
    ...eventWords(compose),
    ...respinWords({ respinOf, replacedBy }).map((words) => markup`${words}`),
    ...(discarded.length > 0
      ? [markup`${`Discarded: ${listed(discarded.map(({ id, status }) => `${id} (${status})`))}`}`]
      : []),
    ...(mode === 'observe' && !isOnDemand({ run }) ? [markup`${observesWords({ stages })}`] : []),
  ]
}

function composeWords({ id, url, status, label }: NightCompose): Markup {
  return markup`${link(url, id)} (${`${status || 'no STATUS'}${label === null ? '' : `, ${label}`}`})`
}

function eventWords(compose: NightCompose | null): readonly Markup[] {
  const event = validationEvent(compose)
  if (event === null) return []
  const { page, command } = event
  return [markup`${link(page, 'Its validation event')}, if it was nominated: <code>${command}</code>`]
}
