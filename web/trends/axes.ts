import { markup, type Markup } from '../../report/html/markup.ts'
import { frame } from './figure.ts'

/** Where values and nights are in a plot. */
export interface Axes {
  readonly x: (night: number) => number
  readonly y: (value: number) => number
  /** The room that a night has. */
  readonly step: number
  readonly lines: Markup
}

interface Scale {
  /** The first and the last value, and what stands between them. */
  readonly ticks: readonly number[]
  readonly label: (value: number) => string
  /** The names of the nights, the earliest first. */
  readonly nights: readonly string[]
}

/** Lines with their values, and the first and last night below. */
export function axesOf({ ticks, label, nights }: Scale): Axes {
  const { width, height, left, right, top, bottom } = frame
  const [low = 0, high = 1] = [ticks.at(0), ticks.at(-1)]
  const step = (width - left - right) / Math.max(nights.length, 1)
  const y = (value: number) =>
    rounded(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom))
  const lines = markup`${ticks.map(
    (tick) =>
      markup`<path class="rule" d="M${left} ${y(tick)}H${width - right}"/><text x="${left - 5}" y="${y(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
  )}<text x="${left}" y="${height - 6}">${nights.at(0) ?? ''}</text><text x="${width - right}" y="${height - 6}" text-anchor="end">${nights.at(-1) ?? ''}</text>`
  return { x: (night) => rounded(left + night * step), y, step, lines }
}

/** Round values from nothing to at least the highest, five at most. */
export function ticksTo(highest: number, steps: readonly number[]): readonly number[] {
  const step = steps.find((each) => highest / each <= 4) ?? Math.max(1, Math.ceil(highest / 4))
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, nth) => nth * step)
}

/** A tenth of a unit is less than anybody sees. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
