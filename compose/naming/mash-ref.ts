import { isCalendarDate } from './calendar.ts'
import { parseComposeName } from './compose-name.ts'
import type { ComposeRef } from './compose-ref.ts'

/** A nightly of 2015, made by mash. */
export type MashRef = Extract<ComposeRef, { kind: 'mash' }>

/**
 * Reads the name of a night's compose. A name in the form of 2015 may have any date, because an installation
 * can be configured for such nights today.
 * @throws Garbled with the expected forms if the text names no compose.
 */
export function parseNightCompose(text: string): ComposeRef {
  return readMashName(text) ?? parseComposeName(text)
}

/** Reads the name of a nightly in the form of 2015, of any date. Null for any other name. */
export function readMashName(text: string): MashRef | null {
  const [, rawhide, branched, date = ''] = /^(?:(Rawhide)_|([1-9]\d{0,3})_Branched)_(\d{8})$/.exec(text) ?? []
  const version = rawhide ?? branched
  return version !== undefined && isCalendarDate(date) ? { kind: 'mash', version, date } : null
}
