import { safeText } from '../compose/safe-line.ts'

/** A last column that is narrower is not wrapped: it would be hard to read. */
const leastWidth = 24

/**
 * Formats rows as aligned columns under a head. The last column is not padded; at a terminal it is wrapped
 * within its width, in a file each row stays a line. Cells are outside text: what moves the cursor or breaks
 * a line becomes a space.
 */
export function table(
  head: readonly string[],
  given: readonly (readonly string[])[],
  width = process.stdout.isTTY ? process.stdout.columns : Infinity,
): string {
  const rows = given.map((row) => row.map(safeText))
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0)
  const line = (cells: readonly string[]) => {
    const [last = '', ...lines] = wrapped(cells[head.length - 1] ?? '', width - before)
    const first = [...cells.slice(0, head.length - 1), last]
    const padded = first.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
    return [padded.trimEnd(), ...lines.map((rest) => `${' '.repeat(before)}${rest}`)].join('\n')
  }
  return [head, ...rows].map(line).join('\n')
}

/** The lines of a cell; a word that is too long is left whole. */
function wrapped(cell: string, width: number): readonly string[] {
  if (width < leastWidth || cell.length <= width) return [cell]
  const lines: string[] = []
  for (const word of cell.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}
