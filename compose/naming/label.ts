/** productmd's label names, in the order in which they occur in a release cycle. */
export const labelNames = [
  'EA',
  'DevelPhaseExit',
  'InternalAlpha',
  'Alpha',
  'InternalSnapshot',
  'Beta',
  'Snapshot',
  'RC',
  'Update',
  'SecurityFix',
] as const

/** One of {@link labelNames}; Fedora uses `Beta` and `RC`, and used `Alpha` until 26. */
export type LabelName = (typeof labelNames)[number]

/** The label of a candidate: `RC-1.2` has the name RC, the major number 1 and the minor number 2. */
export interface Label {
  readonly name: LabelName
  readonly major: number
  readonly minor: number
}

const shape = /^(?<name>[A-Za-z]+)-(?<major>0|[1-9]\d{0,4})\.(?<minor>0|[1-9]\d{0,4})$/

/** Reads a text that is exactly one label. Null if it is not. */
export function readLabel(text: string): Label | null {
  const parts = shape.exec(text)?.groups
  const name = labelNames.find((each) => each === parts?.['name'])
  return name ? { name, major: Number(parts?.['major']), minor: Number(parts?.['minor']) } : null
}

/** The label as composeinfo has it: `RC-1.2`. */
export function formatLabel({ name, major, minor }: Label): string {
  return `${name}-${major}.${minor}`
}

/** Earliest first: `Beta-1.10` comes after `Beta-1.2` and before `RC-1.1`. */
export function compareLabels(a: Label, b: Label): number {
  return labelNames.indexOf(a.name) - labelNames.indexOf(b.name) || a.major - b.major || a.minor - b.minor
}
