import type { ComposeRef } from './compose-ref.ts'
import { readLabel, type Label } from './label.ts'

/** The first release whose images have the label of their compose in their names. */
const firstLabelled = 24

/**
 * The label of a release or milestone, from the names of its images: RC-1.4 from `…-41-1.4.x86_64.qcow2` and
 * Beta-1.1 from `…-25_Beta-1.1.iso`. A release is its last candidate. Null if no name has a label.
 */
export function labelInNames(ref: ComposeRef, names: readonly string[]): Label | null {
  if ((ref.kind !== 'stable' && ref.kind !== 'milestone') || ref.release < firstLabelled) return null
  const [stage, word] = ref.kind === 'milestone' ? [`[_-]${ref.milestone}`, ref.milestone] : ['', 'RC']
  const form = new RegExp(`-${ref.release}${stage}-(\\d+\\.\\d+)\\.`)
  const numbers = names.map((name) => form.exec(name)?.[1]).find((found) => found !== undefined)
  return numbers === undefined ? null : readLabel(`${word}-${numbers}`)
}
