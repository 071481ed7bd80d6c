import { isOfTheWeb, link, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { verdictWords } from '../../jobs/verdict/verdicts.ts'
import { verdictBadge } from './verdict.ts'

/** The folder of a compose as a link; nothing where its address is none of the web. */
export function folderLink(url: string, words: string): Markup {
  return isOfTheWeb(url) ? link(`${url}/compose/`, words) : nothing
}

/** A verdict as a badge, and text where it is a word that is not known. */
export function verdictMark(verdict: string | null): Markup {
  const word = verdictWords.find((known) => known === verdict)
  return word === undefined ? markup`${verdict ?? 'no verdict'}` : verdictBadge(word)
}
