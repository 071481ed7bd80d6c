import type { TrendNight } from '../../archive/queries/trends.ts'
import { markup } from '../../report/html/markup.ts'
import { nameOfRun } from '../parts/paths.ts'
import { span } from '../parts/span.ts'
import { axesOf, rounded, ticksTo, type Axes } from './axes.ts'
import { fillOf, legendOf, mostKinds, numberRow, type Plot } from './figure.ts'
import { nightLink } from '../parts/night-link.ts'
import { reportMs } from './tally.ts'

const hour = 3_600_000
const rest = 'between and after'

/** How long it took from the due hour to the first report, and which stage took it. */
export function timePlot(nights: readonly TrendNight[]): Plot {
  const told = new Set(nights.flatMap(({ stages }) => stages.map(({ name }) => name)))
  const stages = [...told].slice(0, mostKinds - 1)
  const kinds = [...stages, rest]
  const taken = nights.map((night) => hoursOf(night, stages))
  const ticks = ticksTo(Math.max(...taken.map(sum), 0.5), [0.25, 0.5, 1, 2, 3, 4, 6, 12, 24])
  const axes = axesOf({
    ticks,
    label: (value) => `${value} h`,
    nights: nights.map(({ run }) => nameOfRun(run)),
  })
  return {
    title: 'From the due hour to the report',
    words: `Hours from the due hour to the first report of each night, stacked by stage: ${kinds.join(', ')}.`,
    drawing: markup`${axes.lines}${kinds.flatMap((_, kind) => columns(taken, kind, axes).map((d) => markup`<path ${fillOf(kind)} d="${d}"/>`))}`,
    legend: legendOf(kinds, 'area'),
    head: ['Night', 'In all', ...kinds],
    rows: nights
      .map((night, at) => {
        const ms = reportMs(night)
        const cells = (taken[at] ?? []).map((hours) => (hours === 0 ? '–' : span(hours * hour)))
        return numberRow(nightLink(night.run), ms === null ? ['no report'] : [span(ms), ...cells])
      })
      .toReversed(),
  }
}

/** The hours of each stage, and what is left; nothing for a night without a report. */
function hoursOf(night: TrendNight, stages: readonly string[]): readonly number[] {
  const whole = reportMs(night)
  if (whole === null) return [...stages, rest].map(() => 0)
  const took = stages.map((name) =>
    Math.max(0, sum(night.stages.filter((stage) => stage.name === name).map(({ ms }) => ms)) / hour),
  )
  return [...took, Math.max(0, whole / hour - sum(took))]
}

/** The areas of one kind as paths, none longer than a text of a page may be. */
function columns(
  taken: readonly (readonly number[])[],
  kind: number,
  { x, y, step }: Axes,
): readonly string[] {
  const width = rounded(step * 0.85)
  const pieces = taken.map((hours, at) => {
    const below = sum(hours.slice(0, kind))
    const [low, high] = [y(below), y(below + (hours[kind] ?? 0))]
    return low - high < 0.2 ? '' : `M${x(at)} ${low}h${width}V${high}h-${width}z`
  })
  return Array.from({ length: Math.ceil(pieces.length / 15) }, (_, nth) =>
    pieces.slice(15 * nth, 15 * nth + 15).join(''),
  ).filter((d) => d !== '')
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0)
}
