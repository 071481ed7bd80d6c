/** A Fedora release, or the development line, which counts as newer than all of them. */
export type Release = number | 'Rawhide'

/** Images that every compose of these releases should have. */
export interface ExpectedRule {
  readonly subvariant: string
  readonly type: string
  readonly arches: readonly string[]
  /** First and last release, both included. */
  readonly releases: readonly [number, number]
  /** Whether the compose may not be released without it. */
  readonly blocking: boolean
  readonly why: string
  /** Given only where the type alone does not name the image. */
  readonly format?: string
  /** Given where an image of another spelling (`Minimal_Appliance`) does not fulfil the rule. */
  readonly spelling?: 'exact'
}

/** Whether a rule of each weight blocks. */
const blocks = { blocking: true, other: false }

/** A rule as one line of a table; the last column is for what few rules need. */
export type RuleRow = readonly [
  subvariant: string,
  type: string,
  arches: readonly string[],
  releases: readonly [number, number],
  weight: keyof typeof blocks,
  why: string,
  only?: Pick<ExpectedRule, 'format' | 'spelling'>,
]

/** The last release of a rule that still holds. */
export const newest = Infinity

/** A table's lines as rules. */
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

/** Whether a rule holds for a release. */
export function holds({ releases: [first, last] }: ExpectedRule, release: Release): boolean {
  const number = release === 'Rawhide' ? newest : release
  return first <= number && number <= last
}
