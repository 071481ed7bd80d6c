import { markup, nothing, type Markup } from './markup.ts'

/** Pieces of a line, with something between each two of them. */
export function joined(pieces: readonly Markup[], between: Markup): Markup {
  return markup`${pieces.map((piece, nth) => markup`${nth === 0 ? nothing : between}${piece}`)}`
}

/** Between the pieces of a list in a sentence. A template keeps the spaces that a text would lose. */
export const comma = markup`, `

/** Between links that stand side by side. */
export const dot = markup` · `
