import { readComposeId } from '../../compose/naming/compose-id.ts'
import { readLabel } from '../../compose/naming/label.ts'
import type { NightCompose } from '../outcome.ts'

/** The validation event of a candidate in Fedora's wiki. */
export interface ValidationEvent {
  /** The page that has all results. It is there only if the candidate was nominated. */
  readonly page: string
  /** Reports results to it. */
  readonly command: string
}

/**
 * The validation event that a candidate of Fedora has if it was nominated; null for any other compose. Its
 * name follows from release and label, as wikitcms makes it. Of a nightly, only the wiki knows whether it was
 * nominated, so none is named.
 */
export function validationEvent(compose: NightCompose | null): ValidationEvent | null {
  const id = readComposeId(compose?.id ?? '')
  const label = readLabel(compose?.label ?? '')
  if (label === null || id?.short !== 'Fedora' || !/^\d+$/.test(id.version)) return null
  const [milestone, number] = [label.name, `${label.major}.${label.minor}`]
  return {
    page: `https://fedoraproject.org/wiki/Test_Results:Fedora_${id.version}_${milestone}_${number}_Summary`,
    command: `relval report-results --release ${id.version} --milestone ${milestone} --compose ${number}`,
  }
}
