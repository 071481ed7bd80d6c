import type { Report } from './report.ts'

/**
 * What a reader learns from a report, as one text. Reports with the same gist say the same at different
 * times.
 */
export function gistOf(report: Report): string {
  const {
    edition: _,
    amends: __,
    at: ___,
    run: ____,
    stages: _____,
    lastAnswer: ______,
    links: _______,
    ...gist
  } = report
  return JSON.stringify(gist, (________, value: unknown) => sorted(value))
}

/** An object with its members in the order of their names: a report that was read back has another order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
