import { streamOf, type ComposeId } from '../naming/compose-id.ts'

/** The public mirrors' top folder over HTTP: the master, which has a tree first. */
export const fedoraMirror = 'https://dl.fedoraproject.org/pub'

/**
 * The folder below the mirror's top into which a nightly is synced when it has finished; null for other
 * composes. Only the newest finished nightly is there; the tree has no date in its name.
 */
export function mirrorFolder(id: ComposeId): string | null {
  const stream = streamOf(id)
  if (stream === null) return null
  return `fedora/linux/development/${stream === 'rawhide' ? 'rawhide' : id.version}`
}
