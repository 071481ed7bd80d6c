import type { NightLine } from '../../archive/queries/night-lines.ts'
import { counted } from '../../report/counted.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { comma, joined } from '../../report/html/joined.ts'
import { nameOfRun, nightPath } from './paths.ts'
import { letterOf, nightWords, shown, wordOf } from './verdict.ts'

/** Nights as a row of letters, each a link to its night, the latest last. */
export function strip(nights: readonly NightLine[], stream: string): Markup {
  if (nights.length === 0) return nothing
  return markup`<ol class="strip" aria-label="The last ${counted(nights.length, 'night')} of ${stream}, the latest last">
${nights.toReversed().map(cell)}</ol>
`
}

/** What the letters of some nights mean. */
export function legend(nights: readonly NightLine[]): Markup {
  const used = new Set(nights.map(wordOf))
  const words = nightWords.filter((word) => used.has(word))
  if (words.length === 0) return nothing
  return markup`<p class="legend">${joined(
    words.map((word) => markup`<b>${letterOf(word)}</b> ${shown(word).toLowerCase()}`),
    comma,
  )}; the latest night is the last.</p>
`
}

function cell(night: NightLine): Markup {
  const word = wordOf(night)
  const words = `${nameOfRun(night.run)}: ${shown(word)}${night.compose === null && word !== 'open' ? ', no compose' : ''}`
  return markup`<li><a class="v-${word}" href="${nightPath(night.run)}" title="${words}" aria-label="${words}">${letterOf(word)}</a></li>
`
}
