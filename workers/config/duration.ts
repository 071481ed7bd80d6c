import { textLike } from './tables/text-like.ts'

const unitMs = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 } as const

/** A duration such as `"90 min"`, in milliseconds. */
export const duration = textLike(
  /^[1-9]\d*\s*(ms|s|min|h)$/,
  'expected a duration such as "30 s", "90 min" or "6h"',
).transform((text) => Number.parseInt(text, 10) * unitMs[unitOf(text)])

function unitOf(text: string): keyof typeof unitMs {
  if (text.endsWith('ms')) return 'ms'
  if (text.endsWith('min')) return 'min'
  return text.endsWith('h') ? 'h' : 's'
}
