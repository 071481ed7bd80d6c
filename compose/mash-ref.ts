import { parseComposeName } from './compose-name.ts'
import type { ComposeRef } from './compose-ref.ts'
import { Garbled } from './garbled.ts'
import { composeDate, type Night } from './night.ts'
import { quoted } from './quoted.ts'

/** A nightly of 2015. */
export type MashRef = Extract<ComposeRef, { kind: 'mash' }>

/** The nightly that a name means. @throws Garbled for the name of anything else. */
export function parseMashName(text: string): MashRef {
  const ref = parseComposeName(text)
  if (ref.kind === 'mash') return ref
  throw new Garbled('a nightly of 2015 such as Rawhide__20150820 or 23_Branched_20150820', quoted(text))
}

/** The one nightly that a night's date has; `version` is `Rawhide` or the number of the branched release. */
export function mashOfNight(night: Night, version: string): MashRef {
  return { kind: 'mash', version, date: composeDate(night) }
}
