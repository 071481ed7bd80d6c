import type { Releases } from './releases.ts'

/** By its schedule Fedora branches early in February and August, and releases late in April and October. */
const branches = { first: 40, month: monthsOf(2024, 2) }
const releases = { first: 40, month: monthsOf(2024, 4) + 1 }

/**
 * The releases that Fedora's schedule says there were on a date (`YYYYMMDD`), for when its own list cannot be
 * asked. A slipped release makes it wrong for some weeks; before 2024 it is not to be trusted.
 */
export function guessReleases(date: string): Releases {
  const month = monthsOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)))
  const stable = releases.first + Math.floor((month - releases.month) / 6)
  const branched = branches.first + Math.floor((month - branches.month) / 6)
  return { stable: [stable - 1, stable], branched: branched > stable ? [branched] : [] }
}

function monthsOf(year: number, month: number): number {
  return year * 12 + month
}
