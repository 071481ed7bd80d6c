/** Characters that move the cursor, break lines, change the writing direction or are invisible. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * Text for a terminal, with `\u001b` for each such character but line feeds and tabs. A string of JSON keeps
 * its value.
 */
export function escapedText(text: string): string {
  return text.replaceAll(unsafe, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  )
}

/** Outside text with a space for each character that could move the cursor, break a line or hide. */
export function safeText(text: string): string {
  return text.replaceAll(unsafe, ' ')
}

/** Makes outside text safe as part of one line: it cannot start a line, a header or an escape sequence. */
export function safeLine(text: string, most = 300): string {
  const line = text
    .slice(0, 4 * most)
    .replaceAll(unsafe, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const letters = Array.from(line)
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line
}

/** As JSON writes it: one escape for each UTF-16 code unit. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
  }).join('')
}
