/** A Fedora release, or Rawhide, which counts as newer than all releases. */
export type Release = number | 'Rawhide'

/** Images that every compose of these releases should have. */
export interface ExpectedRule {
  readonly subvariant: string
  readonly type: string
  readonly arches: readonly string[]
  /** First and last release, both included. */
  readonly releases: readonly [number, number]
  /** Whether a release needs the image. */
  readonly blocking: boolean
  readonly why: string
  /** Set only if the type alone does not identify the image. */
  readonly format?: string
  /** Set if an image with another spelling (`Minimal_Appliance`) does not fulfil the rule. */
  readonly spelling?: 'exact'
}

/** Whether a rule of that weight blocks the release. */
const blocks = { blocking: true, other: false }

/** A rule as one row of a table. Few rules need the last column. */
export type RuleRow = readonly [
  subvariant: string,
  type: string,
  arches: readonly string[],
  releases: readonly [number, number],
  weight: keyof typeof blocks,
  why: string,
  only?: Pick<ExpectedRule, 'format' | 'spelling'>,
]

/** The last release of a rule that has no end. */
export const newest = Infinity

/** Makes rules from the rows of a table. */
export function rules(rows: readonly RuleRow[]): readonly ExpectedRule[] {
  return rows.map(([subvariant, type, arches, releases, weight, why, only]) => ({
    subvariant,
    type,
    arches,
    releases,
    blocking: blocks[weight],
    why,
    ...only,
  }))
}

/** Whether a rule applies to a release. */
export function holds({ releases: [first, last] }: ExpectedRule, release: Release): boolean {
  const number = release === 'Rawhide' ? newest : release
  return first <= number && number <= last
}
