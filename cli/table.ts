import { safeText } from '../compose/safe-line.ts'

import { outputWidth, wrapped } from './wrapped.ts'

/** A last column that is narrower is not wrapped: it would be hard to read. */
const leastWidth = 24

/** On a terminal that is narrower nothing is wrapped. */
const leastTotal = 40

/** Where rows take several lines, wider columns are not aligned. */
const mostAligned = 28

const indent = '    '

/**
 * Formats rows as aligned columns under a head. The last column is not padded; at a terminal it is wrapped
 * within its width, or rows that do not fit go on in further lines. In a file each row stays a line. Cells
 * are outside text: what moves the cursor or breaks a line becomes a space.
 */
export function table(
  head: readonly string[],
  given: readonly (readonly string[])[],
  width = outputWidth(),
): string {
  const rows = given.map((row) => row.map(safeText))
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0)
  const isNarrow = width >= leastTotal && before + Math.min(widths.at(-1) ?? 0, leastWidth) > width
  if (isNarrow) return [head, ...rows].map((cells) => inLines(cells, widths, width)).join('\n')
  const lastWidth = width - before < leastWidth ? Infinity : width - before
  const line = (cells: readonly string[]) => {
    const [last = '', ...lines] = wrapped(cells[head.length - 1] ?? '', lastWidth)
    const first = [...cells.slice(0, head.length - 1), last]
    const padded = first.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
    return [padded.trimEnd(), ...lines.map((rest) => `${' '.repeat(before)}${rest}`)].join('\n')
  }
  return [head, ...rows].map(line).join('\n')
}

/** A row whose cells stand beside each other as long as a line has room. */
function inLines(cells: readonly string[], widths: readonly number[], width: number): string {
  const lines: string[] = []
  for (const [at, cell] of cells.entries()) {
    const line = lines.at(-1)
    const natural = widths[at] ?? 0
    const aligned = natural <= mostAligned || at === 0 ? natural : mostAligned
    if (line !== undefined && line.length + 2 + cell.length <= width)
      lines[lines.length - 1] = `${line}  ${cell.padEnd(aligned)}`
    else if (line === undefined) lines.push(cell.padEnd(aligned))
    else
      lines.push(
        ...wrapped(cell, width - indent.length).map((part) => `${indent}${part}`.padEnd(aligned + 4)),
      )
  }
  return lines.map((line) => line.trimEnd()).join('\n')
}
