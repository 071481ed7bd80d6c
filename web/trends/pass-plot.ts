import type { ArchRate, TrendNight } from '../../archive/queries/trends.ts'
import { markup } from '../../report/html/markup.ts'
import { axesOf, rounded } from './axes.ts'
import { legendOf, mostKinds, numberRow, type Plot } from './figure.ts'
import { nameOfRun } from '../parts/paths.ts'
import { nightLink } from '../parts/night-link.ts'
import { median } from './tally.ts'

/** How many of the tests of each arch passed, night by night. */
export function passPlot(nights: readonly TrendNight[], rates: readonly ArchRate[]): Plot {
  const byArch = [...Map.groupBy(rates, ({ arch }) => arch)].slice(0, mostKinds)
  const lines = byArch.map(([arch, of]) => ({ arch, of: new Map(of.map((rate) => [rate.run, rate])) }))
  const lowest = Math.min(100, ...rates.map(percent))
  const floor = Math.min(90, Math.floor(lowest / 10) * 10)
  const ticks = [floor, (floor + 100) / 2, 100]
  const axes = axesOf({
    ticks,
    label: (value) => `${value} %`,
    nights: nights.map(({ run }) => nameOfRun(run)),
  })
  const drawing = markup`${axes.lines}${lines.map(({ of }, nth) => {
    const points = nights.map(({ run }, at) => {
      const rate = of.get(run)
      return rate === undefined ? null : `${rounded(axes.x(at) + axes.step / 2)} ${axes.y(percent(rate))}`
    })
    return markup`${pathsOf(points).map((d) => markup`<path class="line-${nth}" d="${d}"/>`)}`
  })}`
  const last = byArch.map(([arch, of]) => `${arch}: ${rounded(median(of.map(percent)) ?? 0)} %, the median`)
  return {
    title: 'Tests that passed, by arch',
    words: `Of the tests of each night passed: ${last.join('; ')}. A gap is a night without tests.`,
    drawing,
    legend: legendOf(last, 'line'),
    head: ['Night', ...lines.map(({ arch }) => arch)],
    rows: nights.toReversed().map(({ run }) =>
      numberRow(
        nightLink(run),
        lines.map(({ of }) => share(of.get(run))),
      ),
    ),
  }
}

/** Lines between points that follow each other; a gap ends a line, and a point alone is a dot. */
function pathsOf(points: readonly (string | null)[]): readonly string[] {
  const pieces: string[][] = [[]]
  for (const point of points) {
    if (point === null) pieces.push([])
    else pieces.at(-1)?.push(point)
  }
  // A path is cut where it is longer than a text of a page may be.
  return pieces
    .flatMap((piece) =>
      Array.from({ length: Math.ceil(piece.length / 30) }, (_, nth) => piece.slice(30 * nth, 30 * nth + 31)),
    )
    .map(([first = '', ...others]) => `M${first}L${(others.length === 0 ? [first] : others).join(' ')}`)
}

function percent({ passed, of }: ArchRate): number {
  return rounded((100 * passed) / of)
}

function share(rate: ArchRate | undefined): string {
  return rate === undefined ? 'no tests' : `${rate.passed} of ${rate.of}`
}
