import type { ComposeTree } from '../clients/compose-tree.ts'
import type { Sites } from '../compose/places/sites.ts'

/** The web servers that composes are read from, and where on them composes lie. */
export interface ComposeSource {
  readonly tree: ComposeTree
  readonly sites: Sites
  /** Fedora's list of its releases. */
  readonly releases: string
}

/** Where the metadata of finished composes is kept, also of those whose tree is gone. */
export function metadataArchive({ sites }: ComposeSource): string {
  return `${composeBase(sites)}/metadata-archive`
}

/** The folder above `rawhide/` and `branched/`. */
export function composeBase({ composes: [base] }: Sites): string {
  if (base === undefined) throw new Error('no URL of a compose tree is configured')
  return base
}
