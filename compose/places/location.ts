import { composeClassOf, type ComposeClass } from './compose-class.ts'
import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'
import type { Sites } from './sites.ts'

/** What tells where the composes of Pungi are. */
type ComposeSites = Pick<Sites, 'composes' | 'classes'>

/**
 * The folder of one compose: `<base>/rawhide/Fedora-Rawhide-20261124.n.0`.
 * @throws Error if no folder is known for its class.
 */
export function composeUrlOf(id: ComposeId, sites: ComposeSites): string {
  return `${seriesFolder(id, sites)}${formatComposeId(id)}`
}

/** The folder with all composes of the class of a compose, with a slash at the end: `<base>/branched/`. */
export function seriesFolder(id: ComposeId, sites: ComposeSites): string {
  const found = composeClassOf(id, sites.classes)
  if (found) return classFolder(found, id.version, sites)
  throw new Error(
    `no folder is known for ${formatComposeId(id)}: give the URL of the compose, or configure its stream`,
  )
}

/** The folder with the composes of a class, where it has one for each version, those of a version. */
export function classFolder(
  { folder }: ComposeClass,
  version: string,
  sites: Pick<Sites, 'composes'>,
): string {
  return `${composeBase(sites)}/${folder.replace('<version>', version)}/`
}

/** The folder above `rawhide/` and `branched/`, without a slash at the end. */
export function composeBase({ composes: [base] }: Pick<Sites, 'composes'>): string {
  if (base === undefined) throw new Error('no URL of a compose tree is configured')
  return base.replace(/\/+$/, '')
}

/** The tree with the variants: `<compose>/compose`. openQA gets it as LOCATION. */
export function treeUrl(id: ComposeId, sites: ComposeSites): string {
  return `${composeUrlOf(id, sites)}/compose`
}

/** The STATUS file, in which Pungi writes the state of the compose. */
export function statusUrl(id: ComposeId, sites: ComposeSites): string {
  return `${composeUrlOf(id, sites)}/STATUS`
}

/** A productmd file of a compose: `metadataUrl(id, sites, 'images.json')`. */
export function metadataUrl(id: ComposeId, sites: ComposeSites, file: string): string {
  return `${treeUrl(id, sites)}/metadata/${file}`
}
