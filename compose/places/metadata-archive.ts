import { formatComposeId, seriesName, type ComposeId } from '../naming/compose-id.ts'

/** A metadata file of a finished compose: `<archive>/2026/Fedora-Rawhide-20261124.n.0/images.json`. */
export function archivedMetadataUrl(
  id: ComposeId,
  archive: string,
  file: 'images.json' | 'composeinfo.json',
): string {
  return `${archive}/${id.date.slice(0, 4)}/${formatComposeId(id)}/${file}`
}

/** The parts of an id that name a series. */
type Series = Pick<ComposeId, 'short' | 'version'>

/**
 * The list of the finished composes of a product and version: `<archive>/series/Fedora-rawhide`. The archive
 * writes the version in lower case. fedfind looks for composes of updates among those of their release.
 */
export function seriesUrl({ short, version }: Series, archive: string): string {
  return `${archive}/series/${seriesName({ short, version: version.toLowerCase() })}`
}
