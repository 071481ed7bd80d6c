import { composeClassOf } from './compose-class.ts'
import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'
import type { Stream } from '../naming/stream.ts'

/** Where Fedora's composes lie: the tree below which every class has its folder. */
export const fedoraComposes = 'https://kojipkgs.fedoraproject.org/compose'

/**
 * A compose's own folder: `<base>/rawhide/Fedora-Rawhide-20261124.n.0`.
 * @throws Error where its class has no known place.
 */
export function composeUrlOf(id: ComposeId, base: string): string {
  return `${seriesFolder(id, base)}${formatComposeId(id)}`
}

/** The folder that lists a line's composes, with its closing slash: `<base>/branched/`. */
export function seriesFolder(line: Stream | ComposeId, base: string): string {
  return `${withoutSlash(base)}/${typeof line === 'string' ? line : folderOf(line)}/`
}

/** The tree of variants, which openQA is given as LOCATION: `<compose>/compose`. */
export function treeUrl(id: ComposeId, base: string): string {
  return `${composeUrlOf(id, base)}/compose`
}

/** The one-word file in which Pungi says how far it is. */
export function statusUrl(id: ComposeId, base: string): string {
  return `${composeUrlOf(id, base)}/STATUS`
}

/** A productmd file of a compose: `metadataUrl(id, base, 'images.json')`. */
export function metadataUrl(id: ComposeId, base: string, file: string): string {
  return `${treeUrl(id, base)}/metadata/${file}`
}

function folderOf(id: ComposeId): string {
  const place = composeClassOf(id)
  if (place) return place.folder.replace('<version>', id.version)
  throw new Error(
    `no folder is known for ${formatComposeId(id)}: give the URL of the compose, or add its class to composeClasses`,
  )
}

function withoutSlash(base: string): string {
  return base.replace(/\/+$/, '')
}
