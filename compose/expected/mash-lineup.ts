import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Judged } from './opened-compose.ts'

/**
 * The release date of fedfind 1.6, the first version with the longer list. The last nightly of this kind was
 * made in February 2016.
 */
const longerSince = '20150919'

/** The lineup and the release by which a nightly of 2015 is judged. */
export function mashLineup({ version, date }: Extract<ComposeRef, { kind: 'mash' }>): Judged {
  return {
    lineup: date < longerSince ? 'mash' : 'mash-autumn',
    release: version === 'Rawhide' ? 'Rawhide' : Number(version),
  }
}
