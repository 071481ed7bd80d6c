/** The UI leaves no gap between columns and breaks times over two lines. Non-breaking spaces prevent both. */
export function row(texts: readonly string[]): string {
  const [answer = '', ...short] = texts.toReversed()
  const hard = short.toReversed().map((text) => `${text.replaceAll(' ', '\u00a0')}\u00a0\u00a0`)
  return `| ${[...hard, answer].join(' | ')} |`
}

/** Outside text as part of one line of markdown: it shows as it is, and opens no link, cell or HTML. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll('|', '/')
    .replaceAll(/[\\`*[\]<>]/g, (character) => `\\${character}`)
}

/** A link where its address is known. */
export function linked(text: string, url: string | null): string {
  const isAddress = url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url)
  return isAddress ? `[${plain(text)}](${url})` : plain(text)
}

/** The time of day; on another date than the night's, with the day of the month. */
export function clock(iso: string | null, date: string): string {
  if (iso === null) return ''
  const time = iso.slice(11, 16)
  return iso.startsWith(date) ? time : `${iso.slice(8, 10)}. ${time}`
}
