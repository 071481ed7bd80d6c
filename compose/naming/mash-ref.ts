import { isCalendarDate } from './calendar.ts'
import { parseComposeName } from './compose-name.ts'
import type { ComposeRef } from './compose-ref.ts'

/** A nightly as they were made in 2015. */
export type MashRef = Extract<ComposeRef, { kind: 'mash' }>

/**
 * The compose of a night by its name. A nightly as of 2015 may be of any date: whoever configures nights of
 * that kind has them today.
 * @throws Garbled that names the expected forms.
 */
export function parseNightCompose(text: string): ComposeRef {
  return readMashName(text) ?? parseComposeName(text)
}

/** The nightly of 2015 that a name means, of any date; null for the name of anything else. */
export function readMashName(text: string): MashRef | null {
  const [, rawhide, branched, date = ''] = /^(?:(Rawhide)_|([1-9]\d{0,3})_Branched)_(\d{8})$/.exec(text) ?? []
  const version = rawhide ?? branched
  return version !== undefined && isCalendarDate(date) ? { kind: 'mash', version, date } : null
}
