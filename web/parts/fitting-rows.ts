import { markup, type Markup } from '../../report/html/markup.ts'

/** As many rows of a table, or items of a list, as a page may hold; the others are counted in a last one. */
export function fittingRows(rows: readonly Markup[], { most, columns }: RoomForRows): readonly Markup[] {
  let left = most
  const fitting = rows.findIndex((row) => {
    left -= new TextEncoder().encode(row.toString()).length
    return left < 0
  })
  if (fitting === -1) return rows
  const more = markup`… and ${rows.length - fitting} more, in the JSON of this page`
  const words =
    columns === undefined
      ? markup`<li>${more}</li>
`
      : markup`<tr><td colspan="${columns}">${more}</td></tr>
`
  return [...rows.slice(0, fitting), words]
}

interface RoomForRows {
  /** Bytes. */
  readonly most: number
  /** Of a table; left out of a list. */
  readonly columns?: number
}
