/** Fedora's supported releases and its branched ones. Each list is ascending and has each number once. */
export interface Releases {
  readonly stable: readonly number[]
  readonly branched: readonly number[]
}

/** The newest release that is branched off Rawhide and not yet out. Null in the months without one. */
export function branchedRelease({ stable, branched }: Releases): number | null {
  // A stable release is out, even if the list `branched` still has it.
  const newest = branched.at(-1)
  return newest === undefined || newest <= (stable.at(-1) ?? 0) ? null : newest
}

/** The newest stable release. @throws Error if there is none. */
export function currentRelease({ stable }: Releases): number {
  const newest = stable.at(-1)
  if (newest === undefined)
    throw new Error('expected at least one stable release in the release metadata; got none')
  return newest
}

/**
 * The number that Rawhide will become: one more than Branched, or one more than the newest stable release if
 * there is no Branched.
 */
export function rawhideRelease(releases: Releases): number {
  return (branchedRelease(releases) ?? currentRelease(releases)) + 1
}

/**
 * A release by what it is to Fedora. `branched`: the one that is branched off Rawhide. `current`: the newest
 * stable one. `rawhide`: the number that Rawhide will become.
 */
export type ReleaseWord = 'branched' | 'current' | 'rawhide'

/** The number of a release. Null for Branched in the months without one. */
export function releaseOf(word: ReleaseWord, releases: Releases): number | null {
  switch (word) {
    case 'branched':
      return branchedRelease(releases)
    case 'current':
      return currentRelease(releases)
    case 'rawhide':
      return rawhideRelease(releases)
    default:
      return word satisfies never
  }
}

/** The release numbers for openQA's upgrade tests, by the names of openQA's settings. */
export interface UpgradeReleases extends Readonly<Record<string, string>> {
  readonly CURRREL: string
  readonly RAWREL: string
  /** One release and two releases before the one under test. */
  readonly UP1REL: string
  readonly UP2REL: string
}

/** The numbers for a compose of one version. Rawhide counts as the number that it will become. */
export function upgradeReleases(version: string, releases: Releases): UpgradeReleases {
  const tested = /^\d+$/.test(version) ? Number(version) : rawhideRelease(releases)
  return {
    CURRREL: String(currentRelease(releases)),
    RAWREL: String(rawhideRelease(releases)),
    UP1REL: String(tested - 1),
    UP2REL: String(tested - 2),
  }
}
