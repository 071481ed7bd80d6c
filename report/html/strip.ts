import type { VerdictWord } from '../../jobs/verdict/verdicts.ts'
import { markup, type Markup } from './markup.ts'
import { letterColour, verdictLooks } from './verdict-looks.ts'

/** One night of a strip. */
export interface StripNight {
  /** Of several due hours a day with the hour: `2026-11-24T02`. */
  readonly date: string
  readonly verdict: VerdictWord
  /** Null on a night without a compose. */
  readonly compose: string | null
  /** The page of the night. */
  readonly href?: string
}

const mostNights = 30
const [cell, gap] = [20, 2]

/**
 * The last nights as a strip in SVG, for pages: one cell a night, the latest right. Each has a letter for its
 * verdict beside its colour, and says what it is.
 */
export function nightStrip(nights: readonly StripNight[]): string {
  const shown = nights
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
    .slice(-mostNights)
  const width = Math.max(1, shown.length) * (cell + gap) - gap
  const name = `The verdicts of ${shown.length} nights, the latest right`
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${cell}" width="${width}" height="${cell}" role="group" aria-label="${name}">
${shown.map(cellOf)}</svg>
`.toString()
}

function cellOf(night: StripNight, nth: number): Markup {
  const { date, verdict, compose, href } = night
  const { colour, letter } = verdictLooks[verdict]
  const words = `${date}: ${verdict.toUpperCase()}, ${compose ?? 'no compose'}`
  const x = nth * (cell + gap)
  const inside = markup`<title>${words}</title><rect x="${x}" width="${cell}" height="${cell}" rx="3" fill="${colour}"/><text x="${x + cell / 2}" y="15" fill="${letterColour}" font-family="sans-serif" font-size="14" text-anchor="middle">${letter}</text>`
  if (href === undefined || !isLink(href))
    return markup`<g role="img" aria-label="${words}">${inside}</g>
`
  return markup`<a href="${href}" aria-label="${words}">${inside}</a>
`
}

/** A page of the web, or of the same server. */
function isLink(href: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))[^\s\\\p{C}]{0,500}$/u.test(href)
}
