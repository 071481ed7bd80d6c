import type { NightLine } from '../../archive/queries/night-lines.ts'
import { verdictWords } from '../../jobs/verdict/verdicts.ts'
import { verdictLooks } from '../../report/html/verdict-looks.ts'
import { markup, type Markup } from '../../report/html/markup.ts'

/** What a night says in one word: its verdict, or how it has none. */
export const nightWords = [...verdictWords, 'unreported', 'open'] as const

/** One of {@link nightWords}. */
export type NightWord = (typeof nightWords)[number]

/** The word of a night. */
export function wordOf({ verdict, noReport, closedAt }: NightLine): NightWord {
  const word = verdictWords.find((known) => known === verdict)
  if (word !== undefined) return word
  return noReport === null && closedAt === null ? 'open' : 'unreported'
}

/** A word as a badge. */
export function verdictBadge(word: NightWord): Markup {
  return markup`<b class="verdict v-${word}">${shown(word)}</b>`
}

/** A word as people read it. */
export function shown(word: NightWord): string {
  return word === 'open' ? 'NO REPORT YET' : word.toUpperCase()
}

/** A word as a letter, for where there is no room. */
export function letterOf(word: NightWord): string {
  return word === 'open' ? '…' : word === 'unreported' ? '!' : verdictLooks[word].letter
}
