/** How many columns an output may have: those of the terminal; a file has no limit. */
export function outputWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Infinity
}

/** A text in lines of at most this width; a word that is too long is left whole. */
export function wrapped(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}
