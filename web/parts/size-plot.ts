import type { ImageNight } from '../../archive/queries/image-history.ts'
import { sizeInWords } from '../../compose/images/size-in-words.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'

const [width, height, edge] = [360, 90, 6]

/** The sizes of an image over its nights as a line, the latest right; a gap where it was missing. */
export function sizePlot(nights: readonly ImageNight[]): Markup {
  const sizes = nights.toReversed().map(({ size }) => size ?? 0)
  const known = sizes.filter((size) => size > 0)
  if (known.length < 2) return nothing
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (nth: number) => Math.round(edge + (nth * (width - 2 * edge)) / (sizes.length - 1))
  const y = (size: number) =>
    Math.round(height - edge - ((size - least) * (height - 2 * edge)) / Math.max(1, most - least))
  const words = `Its size on ${sizes.length} nights, the latest right: from ${sizeInWords(least)} to ${sizeInWords(most)}`
  return markup`<figure><svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">
${sizes.map((size, nth) => (size === 0 ? markup`<path class="gap" d="M${x(nth)} ${edge}V${height - edge}"/>` : nothing))}
<path class="line" d="${pathOf(sizes, x, y)}"/></svg>
<figcaption>${words}${known.length < sizes.length ? '. A dashed line: it was missing.' : '.'}</figcaption></figure>
`
}

/** A line through the points, which begins anew after each gap. */
function pathOf(sizes: readonly number[], x: (nth: number) => number, y: (size: number) => number): string {
  return sizes
    .flatMap((size, nth) => {
      if (size === 0) return []
      const begins = nth === 0 || sizes[nth - 1] === 0
      return [begins ? `M${x(nth)} ${y(size)}h.1` : `L${x(nth)} ${y(size)}`]
    })
    .join('')
}
