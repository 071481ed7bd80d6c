import type { Releases } from './releases.ts'

/** Fedora's schedule: it branches early in February and August, and releases late in April and October. */
const branches = { first: 40, month: monthsOf(2024, 2) }
const releases = { first: 40, month: monthsOf(2024, 4) + 1 }

/**
 * Guesses the releases of a date (`YYYYMMDD`) from Fedora's schedule, for when Fedora's own list does not
 * answer. The guess is wrong for some weeks if a release slips. It is not reliable before 2024.
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
