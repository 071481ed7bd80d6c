import type { Releases } from './releases.ts'

/** Fedora branches in February and August, and releases in April and October, all by its schedule. */
const firstBranch = { release: 40, month: monthsOf(2024, 2) }
const firstRelease = { release: 40, month: monthsOf(2024, 4) }

/**
 * The releases that Fedora's schedule says there were on a date (`YYYYMMDD`), for when its own list cannot be asked.
 * A slipped release makes it wrong for some weeks; before 2024 it is not to be trusted.
 */
export function guessReleases(date: string): Releases {
  const month = monthsOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)))
  const stable = firstRelease.release + halfYears(month - firstRelease.month)
  const branched = firstBranch.release + halfYears(month - firstBranch.month)
  return { stable: [stable - 1, stable], branched: branched > stable ? [branched] : [] }
}

function monthsOf(year: number, month: number): number {
  return year * 12 + month
}

/** Whole half-years; a release in the middle of its month counts from the next one on. */
function halfYears(months: number): number {
  return Math.floor((months - 1) / 6)
}
