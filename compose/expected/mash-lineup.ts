import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Judged } from './opened-compose.ts'

/**
 * When fedfind 1.6, the first with the longer list, was out; the last nightly of this kind was of February
 * 2016.
 */
const longerSince = '20150919'

/** By which list a nightly of 2015 is judged. */
export function mashLineup({ version, date }: Extract<ComposeRef, { kind: 'mash' }>): Judged {
  return {
    lineup: date < longerSince ? 'mash' : 'mash-autumn',
    release: version === 'Rawhide' ? 'Rawhide' : Number(version),
  }
}
