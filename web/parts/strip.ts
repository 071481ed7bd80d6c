import type { NightLine } from '../../archive/queries/night-lines.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { nameOfRun, nightPath } from './paths.ts'
import { letterOf, shown, wordOf } from './verdict.ts'

/** Nights as a row of letters, each a link to its night, the latest last. */
export function strip(nights: readonly NightLine[], stream: string): Markup {
  if (nights.length === 0) return markup``
  return markup`<ol class="strip" aria-label="The last ${nights.length} nights of ${stream}, the latest last">
${nights.toReversed().map(cell)}</ol>
`
}

function cell(night: NightLine): Markup {
  const word = wordOf(night)
  const words = `${nameOfRun(night.run)}: ${shown(word)}${night.compose === null ? ', no compose' : ''}`
  return markup`<li><a class="v-${word}" href="${nightPath(night.run)}" title="${words}" aria-label="${words}">${letterOf(word)}</a></li>
`
}
