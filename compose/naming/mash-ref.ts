import { isCalendarDate } from './calendar.ts'
import { parseComposeName } from './compose-name.ts'
import type { ComposeRef } from './compose-ref.ts'
import { Garbled } from '../garbled.ts'
import { composeDate, type Night } from './night.ts'
import { quoted } from '../quoted.ts'

/** A nightly as they were made in 2015. */
export type MashRef = Extract<ComposeRef, { kind: 'mash' }>

/** The one nightly that a night's date has; `version` is `Rawhide` or the number of the branched release. */
export function mashOfNight(night: Night, version: string): MashRef {
  return { kind: 'mash', version, date: composeDate(night) }
}

/** The nightly that a name means. @throws Garbled for the name of anything else. */
export function parseMashName(text: string): MashRef {
  const ref = readMashName(text)
  if (ref) return ref
  throw new Garbled('a nightly of 2015 such as Rawhide__20150820 or 23_Branched_20150820', quoted(text))
}

/**
 * The compose of a night by its name. A nightly as of 2015 may be of any date: whoever configures nights of that kind
 * has them today.
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
