import { formatComposeId, seriesName, type ComposeId } from '../naming/compose-id.ts'

/** A metadata file of a finished compose: `<archive>/2026/Fedora-Rawhide-20261124.n.0/images.json`. */
export function archivedMetadataUrl(
  id: ComposeId,
  archive: string,
  file: 'images.json' | 'composeinfo.json',
): string {
  return `${archive}/${id.date.slice(0, 4)}/${formatComposeId(id)}/${file}`
}

/** The parts of an id that name a line of composes: all but date, type and respin. */
export type Line = Pick<ComposeId, 'short' | 'version' | 'versionType'>

/**
 * The list of the finished composes of a line: `<archive>/series/Fedora-rawhide`. The archive writes the
 * version in lower case.
 */
export function seriesUrl(line: Line, archive: string): string {
  return `${archive}/series/${seriesName({ ...line, version: line.version.toLowerCase() })}`
}
