import type { Report } from './report.ts'

/** What two reports of a night may differ in and still say the same. */
const ofTheMoment: ReadonlySet<string> = new Set<keyof Report>([
  'edition',
  'amends',
  'at',
  'program',
  'run',
  'stages',
  'lastAnswer',
  'links',
  'watchedUntil',
  'changes',
  'orders',
])

/**
 * What a reader learns from a report, as one text. Reports with the same gist say the same at different
 * times.
 */
export function gistOf(report: Report): string {
  const gist = Object.entries(report).filter(([name]) => !ofTheMoment.has(name))
  return JSON.stringify(Object.fromEntries(gist), (name, value: unknown) =>
    name === 'koji' ? null : sorted(value),
  )
}

/** An object with its members in the order of their names: a report that was read back has another order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
