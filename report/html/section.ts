import { markup, type Markup } from './markup.ts'

/** What one row of a section says, without how it looks. */
export type HtmlRow =
  | { readonly kind: 'item' | 'wide' | 'head'; readonly words: Markup; readonly items: number }
  | { readonly kind: 'cells'; readonly cells: readonly [Markup, Markup, Markup]; readonly items: number }

/** A head and what is under it. */
export interface HtmlSection {
  readonly head: string
  /** Tests are a table, other things a list. */
  readonly shape: 'table' | 'list'
  readonly rows: readonly HtmlRow[]
}

/** Above each row of a table. */
export const line = 'border-top:1px solid #808080'

/** The names of a table's columns, and their widths. */
export const columns = [
  ['Test', '40%'],
  ['Flavor, arch, machine', '26%'],
  ['What happened', '34%'],
] as const

/** A row over all columns, which stands for some items that are not shown. */
export function wideRow(words: Markup, items = 0): HtmlRow {
  return { kind: 'wide', words, items }
}

/** A heading inside a table. */
export function headRow(words: Markup): HtmlRow {
  return { kind: 'head', words, items: 0 }
}

/** An item of a list. */
export function listRow(words: Markup, items = 1): HtmlRow {
  return { kind: 'item', words, items }
}

/** A row of a table. */
export function cellsRow(...cells: readonly [Markup, Markup, Markup]): HtmlRow {
  return { kind: 'cells', cells, items: 1 }
}

/** A row as a mail shows it. */
export function rowMarkup(row: HtmlRow): Markup {
  switch (row.kind) {
    case 'item':
      return markup`<li>${row.words}</li>
`
    case 'wide':
      return markup`<tr style="${line}"><td colspan="${columns.length}">${row.words}</td></tr>
`
    case 'head':
      return markup`<tr style="${line}"><th colspan="${columns.length}" scope="rowgroup" align="left">${row.words}</th></tr>
`
    case 'cells':
      return markup`<tr valign="top" style="${line}">${row.cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`
    default:
      return row satisfies never
  }
}

/** A section as a part of a mail. */
export function sectionMarkup({ head, shape, rows }: HtmlSection): Markup {
  const inside = rows.map(rowMarkup)
  return markup`<h2 style="font-size:1.1em;margin:1.5em 0 .4em">${head}</h2>
${shape === 'list' ? listOf(inside) : tableOf(inside)}`
}

function listOf(rows: readonly Markup[]): Markup {
  return markup`<ul style="margin:0;padding-left:1.2em">
${rows}</ul>
`
}

function tableOf(rows: readonly Markup[]): Markup {
  const style = 'border-collapse:collapse;table-layout:fixed;width:100%;overflow-wrap:anywhere'
  const heads = columns.map(
    ([name, width]) => markup`<th scope="col" align="left" width="${width}"><small>${name}</small></th>`,
  )
  return markup`<table cellpadding="4" cellspacing="0" style="${style}">
<tr>${heads}</tr>
${rows}</table>
`
}
