import type { Stream } from './stream.ts'

/**
 * Fedora's supported releases and those between branching and release, each ascending and each number once.
 */
export interface Releases {
  readonly stable: readonly number[]
  readonly branched: readonly number[]
}

/**
 * The release that is branched off Rawhide and not yet out; null for the months without one; the newest of
 * several.
 */
export function branchedRelease({ stable, branched }: Releases): number | null {
  // A release is out the day it is stable, even where its line in `branched` is still to be taken away.
  const newest = branched.at(-1)
  return newest === undefined || newest <= (stable.at(-1) ?? 0) ? null : newest
}

/** The newest stable release. @throws Error where none is known. */
export function currentRelease({ stable }: Releases): number {
  const newest = stable.at(-1)
  if (newest === undefined)
    throw new Error('expected at least one stable release in the release metadata; got none')
  return newest
}

/**
 * The number Rawhide will become: one more than Branched, or than the newest stable release without a
 * Branched.
 */
export function rawhideRelease(releases: Releases): number {
  return (branchedRelease(releases) ?? currentRelease(releases)) + 1
}

/**
 * The word a stream's compose ids carry: `Rawhide`, or the branched number; null where nothing is branched.
 */
export function versionOf(stream: Stream, releases: Releases): string | null {
  if (stream === 'rawhide') return 'Rawhide'
  const branched = branchedRelease(releases)
  return branched === null ? null : String(branched)
}

/** The release numbers that openQA's upgrade tests are told, by the names of their settings. */
export interface UpgradeReleases extends Readonly<Record<string, string>> {
  readonly CURRREL: string
  readonly RAWREL: string
  /** One and two releases before the one under test. */
  readonly UP1REL: string
  readonly UP2REL: string
}

/** The numbers for a compose of that version; Rawhide counts as the number it will become. */
export function upgradeReleases(version: string, releases: Releases): UpgradeReleases {
  const tested = /^\d+$/.test(version) ? Number(version) : rawhideRelease(releases)
  return {
    CURRREL: String(currentRelease(releases)),
    RAWREL: String(rawhideRelease(releases)),
    UP1REL: String(tested - 1),
    UP2REL: String(tested - 2),
  }
}
