import type { ComposeId } from '../naming/compose-id.ts'
import { composeClassOf } from './compose-class.ts'

/** The top folder of Fedora's master mirror over HTTP. A tree is there before it is on any other mirror. */
export const fedoraMirror = 'https://dl.fedoraproject.org/pub'

/**
 * The folder below the mirror's top into which a finished nightly is synced, or in which a candidate is
 * staged. Null for other composes. The folder of nightlies has no date in its name: it holds only the newest
 * finished one.
 * @param label `RC-1.2`; null for a nightly
 */
export function mirrorFolder(id: ComposeId, label: string | null = null): string | null {
  const name = composeClassOf(id)?.name
  if (name === 'production') return label === null ? null : `alt/stage/${id.version}_${label}`
  if (name !== 'rawhide' && name !== 'branched') return null
  return `fedora/linux/development/${name === 'rawhide' ? 'rawhide' : id.version}`
}
