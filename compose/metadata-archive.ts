import { formatComposeId, type ComposeId } from './compose-id.ts'

/** Where Fedora keeps the metadata of finished composes after their trees are purged. */
export const fedoraMetadataArchive = 'https://kojipkgs.fedoraproject.org/compose/metadata-archive'

/** A metadata file of a finished compose: `<archive>/2026/Fedora-Rawhide-20261124.n.0/images.json`. */
export function archivedMetadataUrl(
  id: ComposeId,
  archive: string,
  file: 'images.json' | 'composeinfo.json',
): string {
  return `${archive}/${id.date.slice(0, 4)}/${formatComposeId(id)}/${file}`
}

/** The list of a line's finished composes: `<archive>/series/Fedora-rawhide`; the release is in lower case there. */
export function seriesUrl(id: ComposeId, archive: string): string {
  const release = [id.version.toLowerCase(), id.versionType].filter((part) => part !== undefined)
  return `${archive}/series/${[id.short, ...release].join('-')}`
}
