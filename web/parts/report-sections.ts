import { columns, type HtmlRow, type HtmlSection } from '../../report/html/section.ts'
import { markup, type Markup } from '../../report/html/markup.ts'

/** A section of a report as a part of a page: its looks come from the style sheet. */
export function sectionOnPage({ head, shape, rows }: HtmlSection): Markup {
  const inside = rows.map(rowOnPage)
  return markup`<h2>${head}</h2>
${shape === 'list' ? markup`<ul>${inside}</ul>` : tableOf(inside)}
`
}

function tableOf(rows: readonly Markup[]): Markup {
  return markup`<table class="tests">
<thead><tr>${columns.map(([name]) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>`
}

function rowOnPage(row: HtmlRow): Markup {
  switch (row.kind) {
    case 'item':
      return markup`<li>${row.words}</li>
`
    case 'wide':
      return markup`<tr><td colspan="${columns.length}">${row.words}</td></tr>
`
    case 'head':
      return markup`<tr><th colspan="${columns.length}" scope="colgroup">${row.words}</th></tr>
`
    case 'cells':
      return markup`<tr>${row.cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`
    default:
      return row satisfies never
  }
}
