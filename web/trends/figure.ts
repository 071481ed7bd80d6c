import { markup, nothing, type Markup } from '../../report/html/markup.ts'

/** A plot with its words and its numbers. */
export interface Plot {
  readonly title: string
  /** What the plot shows, in a sentence, for whoever does not see it. */
  readonly words: string
  /** The inside of the SVG. */
  readonly drawing: Markup
  readonly legend?: Markup
  readonly head: readonly string[]
  readonly rows: readonly Markup[]
}

/** The size of every plot, in its own units. */
export const frame = { width: 400, height: 190, left: 46, right: 6, top: 8, bottom: 24 }

/** A plot with its title, a text in its place, and a table of its numbers. */
export function figure({ title, words, drawing, legend, head, rows }: Plot): Markup {
  return markup`<figure class="chart">
<figcaption><h2>${title}</h2></figcaption>
<svg viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${words}">${drawing}</svg>
${legend ?? nothing}${numbers(title, head, rows)}</figure>
`
}

/** A table that is folded away. */
export function numbers(title: string, head: readonly string[], rows: readonly Markup[]): Markup {
  return markup`<details><summary>${title}: the numbers</summary>
<section class="scroll" aria-label="${title}: the numbers" tabindex="0"><table class="numbers">
<thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table></section></details>
`
}

/** A row of such a table. */
export function numberRow(first: Markup, cells: readonly string[]): Markup {
  return markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`
}

/** What colours and patterns mean, by their numbers. */
export function legendOf(names: readonly string[], shape: 'area' | 'line'): Markup {
  return markup`<ul class="legend">${names.map(
    (name, nth) =>
      markup`<li><svg viewBox="0 0 24 12" aria-hidden="true">${
        shape === 'area'
          ? markup`<rect width="24" height="12" ${fillOf(nth)}/>`
          : markup`<path d="M0 6h24" class="line-${nth}"/>`
      }</svg> ${name}</li>
`,
  )}</ul>
`
}

/** So many things are told apart by pattern and colour. */
export const mostKinds = 6

/** The fill of an area: a pattern, so that nobody has to tell colours apart. */
export function fillOf(nth: number): Markup {
  return markup`fill="url(#area-${nth})"`
}

const strokes = ['', 'M0 0L6 6', 'M0 3H6', 'M0 6L6 0', 'M3 0V6', 'M0 0L6 6M0 6L6 0']

/** The patterns of all areas on a page; they come once, before the plots. */
export function patterns(): Markup {
  return markup`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>${strokes.map(
    (stroke, nth) =>
      markup`<pattern id="area-${nth}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="area-${nth}"/><path d="${stroke}" class="hatch"/></pattern>`,
  )}</defs></svg>
`
}
