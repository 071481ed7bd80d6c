import { safeLine } from '../../compose/safe-line.ts'

/** The width of a plain-text mail: what is quoted twice still fits into 80 columns. */
const columns = 72

/**
 * Wraps text to {@link columns}; the first line is indented by `indent`, the others by `hanging`. A word that
 * is too long is cut, but a URL is kept whole on its own line.
 */
export function wrap(text: string, indent = '', hanging = indent): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const { letters, continues } of pieces(text, columns - Math.max(indent.length, hanging.length))) {
    if (line === '') line = `${indent}${letters}`
    else if (!continues && lengthOf(line) + 1 + lengthOf(letters) <= columns) line += ` ${letters}`
    else {
      lines.push(line)
      line = `${hanging}${letters}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A word, or a part of one that was cut; `continues` where it is not the first part. */
interface Piece {
  readonly letters: string
  readonly continues: boolean
}

function pieces(text: string, most: number): readonly Piece[] {
  return safeLine(text, 2000)
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (isUrl(word) ? [word] : cut(Array.from(word), most)).map(asPiece))
}

function asPiece(letters: string, nth: number): Piece {
  return { letters, continues: nth > 0 }
}

function cut(letters: readonly string[], most: number): readonly string[] {
  if (letters.length <= most) return [letters.join('')]
  return [letters.slice(0, most).join(''), ...cut(letters.slice(most), most)]
}

function isUrl(word: string): boolean {
  return /^https?:\/\/\S{1,400}$/.test(word)
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
