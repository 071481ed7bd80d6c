import { safeLine } from './safe-line.ts'

/** The width of a plain-text mail: a quoted reply still fits into 80 columns. */
const columns = 78

/**
 * Wraps text to {@link columns}; the first line is indented by `indent`, the others by `hanging`. A word that
 * is too long is cut, but a URL is kept whole on its own line.
 */
export function wrap(text: string, indent = '', hanging = indent): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words(text, columns - Math.max(indent.length, hanging.length))) {
    const start = lines.length === 0 ? indent : hanging
    if (line === '') line = `${start}${word}`
    else if (lengthOf(line) + 1 + lengthOf(word) <= columns) line += ` ${word}`
    else {
      lines.push(line)
      line = `${hanging}${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

function words(text: string, most: number): readonly string[] {
  return safeLine(text, 2000)
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (isUrl(word) ? [word] : pieces(Array.from(word), most)))
}

function pieces(letters: readonly string[], most: number): readonly string[] {
  if (letters.length <= most) return [letters.join('')]
  return [letters.slice(0, most).join(''), ...pieces(letters.slice(most), most)]
}

function isUrl(word: string): boolean {
  return /^https?:\/\/\S{1,400}$/.test(word)
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
