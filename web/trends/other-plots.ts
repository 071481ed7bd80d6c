import { sizeInWords } from '../../compose/images/size-in-words.ts'
import type { FlakeRate } from '../../archive/queries/flake-rates.ts'
import type { ImageTrend, TrendNight } from '../../archive/queries/trends.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { nameOfRun, testPath } from '../parts/paths.ts'
import { axesOf, rounded } from './axes.ts'
import { bar } from './bar.ts'
import { fillOf, numberRow, numbers, type Plot } from './figure.ts'
import { nightLink } from '../parts/night-link.ts'

/** The nights without a compose, among all others. */
export function composelessPlot(nights: readonly TrendNight[]): Plot {
  const without = nights.filter(({ compose }) => compose === null)
  const axes = axesOf({ ticks: [0], label: () => '', nights: nights.map(({ run }) => nameOfRun(run)) })
  const width = Math.max(1, rounded(axes.step * 0.85))
  const columns = nights.map(({ compose }, at) =>
    compose === null
      ? markup`<path ${fillOf(1)} d="M${axes.x(at)} ${axes.y(0)}h${width}V${axes.y(0.9)}h-${width}z"/>`
      : markup`<path class="rule" d="M${axes.x(at)} ${axes.y(0)}h${width}V${axes.y(0.1)}h-${width}z"/>`,
  )
  return {
    title: 'Nights without a compose',
    words:
      without.length === 0
        ? 'Every night had a compose.'
        : `${without.length} of ${nights.length} nights had no compose; the last was ${nameOfRun(without.at(-1)?.run ?? '')}.`,
    drawing: markup`${axes.lines}${columns}`,
    head: ['Night', 'Its verdict'],
    rows: without.toReversed().map(({ run, verdict }) => numberRow(nightLink(run), [verdict ?? 'none'])),
  }
}

/** The tests that most often passed only when tried again, each with the way to its page. */
export function flakeTable(stream: string, flakes: readonly FlakeRate[]): Markup {
  if (flakes.length === 0) return markup`<h2>Flaky tests</h2><p>No test passed only when tried again.</p>`
  return markup`<h2>Flaky tests, the worst first</h2>
<p>How often a test passed only when tried again, of the nights on which it passed or failed.</p>
<table>
<thead><tr><th scope="col">Test</th><th scope="col">On</th><th scope="col">Flaky</th><th scope="col">Of 100 nights</th></tr></thead>
<tbody>
${flakes.map(
  (
    flake,
  ) => markup`<tr><td><a href="${testPath(stream, flake)}">${flake.test}</a></td><td>${flake.flavor} ${flake.arch} ${flake.machine}</td><td>${flake.flaky} of ${flake.nights} nights</td><td>${bar(flake.rate)}</td></tr>
`,
)}</tbody></table>
`
}

/** The images that grew or shrank most, each as a line of its own. */
export function imageList(images: readonly ImageTrend[]): Markup {
  if (images.length === 0)
    return markup`<h2>Sizes of images</h2><p>No image was in more than one of the composes.</p>`
  const title = 'Sizes of images'
  return markup`<h2>Sizes of images that changed most</h2>
<ul class="sparks">
${images.map(
  (image) => markup`<li>${spark(image)}<span><b>${nameOf(image)}</b> ${changeWords(image)}</span></li>
`,
)}</ul>
${numbers(
  title,
  ['Image', 'First', 'Smallest', 'Largest', 'Last', 'Composes'],
  images.map((image) => {
    const bytes = image.sizes.map((size) => size.bytes)
    const some = [bytes.at(0), Math.min(...bytes), Math.max(...bytes), bytes.at(-1)]
    return numberRow(markup`${nameOf(image)}`, [
      ...some.map((size = 0) => sizeInWords(size)),
      String(bytes.length),
    ])
  }),
)}`
}

function nameOf({ subvariant, type, arch }: ImageTrend): string {
  return `${subvariant} ${type} ${arch}`
}

function changeWords({ sizes }: ImageTrend): Markup {
  const [first = 1, last = 1] = [sizes.at(0)?.bytes, sizes.at(-1)?.bytes]
  const percent = Math.round((last / first - 1) * 1000) / 10
  const change = `${percent < 0 ? '−' : '+'}${Math.abs(percent)} %`
  return markup`<span class="whole">${sizeInWords(last)},</span> <span class="whole">${change}</span>`
}

/** A line without values, between the smallest and the largest size. */
function spark(image: ImageTrend): Markup {
  const bytes = image.sizes.map((size) => size.bytes)
  const [low, high] = [Math.min(...bytes), Math.max(...bytes)]
  const points = bytes.map((size, at) => {
    const y = high === low ? 15 : 27 - ((size - low) / (high - low)) * 24
    return `${rounded(3 + (at / Math.max(1, bytes.length - 1)) * 114)} ${rounded(y)}`
  })
  const pieces = Array.from({ length: Math.ceil(points.length / 30) }, (_, nth) =>
    points.slice(30 * nth, 30 * nth + 31).join('L'),
  )
  return markup`<svg viewBox="0 0 120 30" role="img" aria-label="${nameOf(image)}: from ${sizeInWords(bytes[0] ?? 0)} to ${sizeInWords(bytes.at(-1) ?? 0)} over ${bytes.length} composes">${pieces.map((d) => markup`<path class="line-0" d="M${d}"/>`)}</svg>`
}
