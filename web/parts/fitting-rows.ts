import { markup, type Markup } from '../../report/html/markup.ts'

/** As many rows of a table as a page may hold; the others are counted in a last one. */
export function fittingRows(rows: readonly Markup[], { most, columns }: RoomForRows): readonly Markup[] {
  let left = most
  const fitting = rows.findIndex((row) => {
    left -= new TextEncoder().encode(row.toString()).length
    return left < 0
  })
  if (fitting === -1) return rows
  const words = markup`<tr><td colspan="${columns}">… and ${rows.length - fitting} more, in the JSON of this page</td></tr>
`
  return [...rows.slice(0, fitting), words]
}

interface RoomForRows {
  /** Bytes. */
  readonly most: number
  readonly columns: number
}
