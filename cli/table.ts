import { safeText } from '../compose/safe-line.ts'

/**
 * Formats rows as aligned columns under a head. The last column is not padded. Cells are outside text: what
 * moves the cursor or breaks a line becomes a space.
 */
export function table(head: readonly string[], given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(safeText))
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
