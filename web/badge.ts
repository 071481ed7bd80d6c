import { letterColour, verdictLooks } from '../report/html/verdict-looks.ts'
import { markup, type Markup } from '../report/html/markup.ts'
import { nameOfRun } from './parts/paths.ts'
import { shown } from './parts/verdict.ts'
import type { Site } from './site.ts'

/** The type of a badge. */
export const svgType = 'image/svg+xml'

/** What a badge says: of what, in one word, and as a sentence. */
interface Badge {
  readonly about: string
  readonly word: string
  readonly sentence: string
  readonly colour: string
}

const grey = verdictLooks.absent.colour
const ground = '#24292f'

/** The verdict on a stream as an SVG for pages elsewhere; null where there is no such stream. */
export async function badgeOf({ archive, streams }: Site, name: string): Promise<string | null> {
  const standing = await archive.standing(name)
  const known = streams.find((stream) => stream.name === name)
  if (standing === null) return known === undefined ? null : badge(plain(known.title, 'no report yet'))
  const { title, verdict, since } = standing
  const word = shown(verdict)
  const sentence = `${title}: ${word} since ${nameOfRun(since.run)}`
  return badge({ about: title, word, sentence, colour: verdictLooks[verdict].colour })
}

/** The badge where the archive cannot be asked. */
export function silentBadge(): string {
  return badge(plain('Nightjar', 'no answer'))
}

function plain(about: string, word: string): Badge {
  return { about, word, sentence: `${about}: ${word}`, colour: grey }
}

const height = 20
const letterWidth = 7
const padding = 6
const longestName = 40

function badge({ about, word, sentence, colour }: Badge): string {
  const name = Array.from(about).slice(0, longestName).join('')
  const left = widthOf(name)
  const right = widthOf(word)
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${height}" role="img" aria-label="${sentence}">
<title>${sentence}</title>
<rect width="${left}" height="${height}" fill="${ground}"/>
<rect x="${left}" width="${right}" height="${height}" fill="${colour}"/>
<g fill="${letterColour}" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" text-anchor="middle">
${label(name, left / 2, left)}${label(word, left + right / 2, right)}</g>
</svg>
`.toString()
}

/** A text that has its width whatever font there is. */
function label(text: string, middle: number, width: number): Markup {
  return markup`<text x="${middle}" y="14" textLength="${width - 2 * padding}" lengthAdjust="spacingAndGlyphs">${text}</text>
`
}

function widthOf(text: string): number {
  return Array.from(text).length * letterWidth + 2 * padding
}
