import { streamOf, type ComposeId } from '../naming/compose-id.ts'

/** The top folder of Fedora's master mirror over HTTP. A tree is there before it is on any other mirror. */
export const fedoraMirror = 'https://dl.fedoraproject.org/pub'

/**
 * The folder below the mirror's top into which a finished nightly is synced. Null for other composes. The
 * name of the folder has no date. The folder holds only the newest finished nightly.
 */
export function mirrorFolder(id: ComposeId): string | null {
  const stream = streamOf(id)
  if (stream === null) return null
  return `fedora/linux/development/${stream === 'rawhide' ? 'rawhide' : id.version}`
}
