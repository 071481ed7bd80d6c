import type { ComposeId } from '../naming/compose-id.ts'
import { composeClassOf } from './compose-class.ts'

/** The top folder of Fedora's master mirror over HTTP. A tree is there before it is on any other mirror. */
export const fedoraMirror = 'https://dl.fedoraproject.org/pub'

/**
 * The folder below the mirror's top into which a finished nightly is synced. Null for other composes. The
 * name of the folder has no date. The folder holds only the newest finished nightly.
 */
export function mirrorFolder(id: ComposeId): string | null {
  const name = composeClassOf(id)?.name
  if (name !== 'rawhide' && name !== 'branched') return null
  return `fedora/linux/development/${name === 'rawhide' ? 'rawhide' : id.version}`
}
