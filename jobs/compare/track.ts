import { scenarioOf, type Scenario } from '../results/lineage.ts'
import { usualNights, type PastNight } from './past.ts'

/** A night on which a test passed or failed. */
export interface PastRun {
  /** When it was due: a respin is of the same night. */
  readonly night: string
  readonly compose: string
  readonly ended: 'passed' | 'softfailed' | 'failed'
  readonly flaky: boolean
  readonly failedModules: readonly string[]
}

/** One test over the nights before. */
export interface Track {
  readonly scenario: Scenario
  /** The nights on which it passed or failed, the latest first. */
  readonly runs: readonly PastRun[]
  /** It had a job on most of the last nights. */
  readonly isUsual: boolean
  /** It had a job on the night before. */
  readonly wasThere: boolean
  /** It passed or failed on the night before. */
  readonly ranLast: boolean
}

interface OpenTrack {
  readonly scenario: Scenario
  readonly runs: PastRun[]
  readonly seen: number[]
  ranLast: boolean
}

/** Every test of the nights before by its scenario. The nights come with the latest first. */
export function tracksOf(nights: readonly PastNight[]): ReadonlyMap<string, Track> {
  const tracks = new Map<string, OpenTrack>()
  for (const [nth, { run, date, due, compose, tests }] of nights.entries()) {
    for (const test of tests) {
      const { standing, flaky, failedModules } = test
      const track = trackOf(tracks, test)
      if (track.seen.at(-1) === nth) continue
      track.seen.push(nth)
      if (standing === 'passed' || standing === 'softfailed' || standing === 'failed') {
        track.runs.push({ night: due ?? date ?? run, compose, ended: standing, flaky, failedModules })
        track.ranLast ||= nth === 0
      }
    }
  }
  const recent = Math.min(nights.length, usualNights)
  return new Map(
    [...tracks].map(([key, { scenario, runs, seen, ranLast }]) => {
      const isUsual = seen.filter((nth) => nth < recent).length > recent / 2
      return [key, { scenario, runs, isUsual, wasThere: seen[0] === 0, ranLast }]
    }),
  )
}

function trackOf(tracks: Map<string, OpenTrack>, past: Scenario): OpenTrack {
  const key = scenarioOf(past)
  const known = tracks.get(key)
  if (known !== undefined) return known
  const { distri, test, flavor, arch, machine } = past
  const scenario = { distri, test, flavor, arch, machine }
  const opened = { scenario, runs: [], seen: [], ranLast: false }
  tracks.set(key, opened)
  return opened
}

/** Whether two failures may have the same cause: a failed module in common, or none is known of one. */
export function failsAlike(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return true
  const names = new Set(other)
  return one.some((name) => names.has(name))
}

/**
 * The unbroken row of failures that leads up to tonight's, the latest first: each fails like the one after
 * it. Nights on which the test did not run do not break it.
 */
export function rowOfFailures(runs: readonly PastRun[], tonight: readonly string[]): readonly PastRun[] {
  const row: PastRun[] = []
  let modules = tonight
  for (const run of runs) {
    if (run.ended !== 'failed' || !failsAlike(modules, run.failedModules)) break
    row.push(run)
    if (run.failedModules.length > 0) modules = run.failedModules
  }
  return row
}

/** How many nights some runs are of. */
export function nightsOf(runs: readonly PastRun[]): number {
  return new Set(runs.map(({ night }) => night)).size
}
