import { composeClassOf } from './compose-class.ts'
import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'
import type { Stream } from '../naming/stream.ts'

/** The web folder of Fedora's composes. Every class of composes has its own folder below it. */
export const fedoraComposes = 'https://kojipkgs.fedoraproject.org/compose'

/**
 * The folder of one compose: `<base>/rawhide/Fedora-Rawhide-20261124.n.0`.
 * @throws Error if no folder is known for its class.
 */
export function composeUrlOf(id: ComposeId, base: string): string {
  return `${seriesFolder(id, base)}${formatComposeId(id)}`
}

/** The folder that lists the composes of a line, with a slash at the end: `<base>/branched/`. */
export function seriesFolder(line: Stream | ComposeId, base: string): string {
  return `${withoutSlash(base)}/${typeof line === 'string' ? line : folderOf(line)}/`
}

/** The tree with the variants: `<compose>/compose`. openQA gets it as LOCATION. */
export function treeUrl(id: ComposeId, base: string): string {
  return `${composeUrlOf(id, base)}/compose`
}

/** The STATUS file, in which Pungi writes the state of the compose. */
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
