import { markup, type Markup } from './markup.ts'

/** One row of a section. */
export interface HtmlRow {
  readonly content: Markup
  /** How many tests, images or sentences it shows; none for a heading. */
  readonly items: number
}

/** A head and what is under it. */
export interface HtmlSection {
  readonly head: string
  /** Tests are a table, other things a list. */
  readonly shape: 'table' | 'list'
  readonly rows: readonly HtmlRow[]
}

/** Above each row of a table. */
export const line = 'border-top:1px solid #808080'

const columns = [
  ['Test', '40%'],
  ['Flavor, arch, machine', '26%'],
  ['What happened', '34%'],
] as const

/** A row over all columns. */
export function wideRow(words: Markup): Markup {
  return markup`<tr style="${line}"><td colspan="${columns.length}">${words}</td></tr>
`
}

/** A heading inside a table. */
export function headRow(words: Markup): HtmlRow {
  const content = markup`<tr style="${line}"><th colspan="${columns.length}" scope="rowgroup" align="left">${words}</th></tr>
`
  return { content, items: 0 }
}

/** An item of a list. */
export function listRow(words: Markup, items = 1): HtmlRow {
  const content = markup`<li>${words}</li>
`
  return { content, items }
}

/** A section as a part of a page. */
export function sectionMarkup({ head, shape, rows }: HtmlSection): Markup {
  const inside = rows.map(({ content }) => content)
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
