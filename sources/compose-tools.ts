import type { ComposeTree } from '../clients/compose-tree.ts'
import type { Koji } from '../clients/koji/koji.ts'
import type { Rsync } from '../clients/rsync/rsync.ts'
import type { Sites } from '../compose/places/sites.ts'
import type { WantedImage } from '../jobs/plan/wanted.ts'
import type { TaskSource } from './koji-cache.ts'

/** The web servers that composes are read from, and where on them composes lie. */
export interface ComposeSource {
  readonly tree: ComposeTree
  readonly sites: Sites
  /** The URL of Fedora's list of its releases. */
  readonly releases: string
}

/** Where the outside services are and what is asked of them; no secrets. */
export interface Places {
  /** Which composes a night tests, where it is not told one by name. */
  readonly generation: 'pungi' | 'mash'
  /** `rsync://host/module` */
  readonly mirror: string
  readonly mirrorRequired: boolean
  /** The hub. */
  readonly koji: string
  readonly kojiRequired: boolean
  /** Where the files of Koji's tasks are, without a closing slash. */
  readonly kojiFiles: string
  /** Koji's number of the user whose tasks count; null for everybody's. */
  readonly kojiOwner: number | null
  readonly openqa: string
  readonly arches: readonly string[]
  /** Which images of a compose are tested. */
  readonly wanted: readonly WantedImage[]
  /** Second chances that the failed jobs of a night have together; 0 for none. */
  readonly restarts: number
  /** The web UI of Temporal, where a report links to its run; null where there is none to link to. */
  readonly temporalUi: string | null
}

/** What a compose is asked about with. A command loads the clients of Koji and rsync only where its answer needs them. */
export interface ComposeServices extends ComposeSource {
  readonly places: Places
  readonly all: () => Promise<ComposeTools>
}

/** Every service that is asked about composes. */
export interface ComposeTools extends ComposeServices {
  readonly koji: Koji
  /** Koji's tasks; an answer serves all who ask within half the time between two looks. */
  readonly tasks: TaskSource
  readonly rsync: Rsync
}

/** Where the metadata of finished composes is kept, also of those whose tree is gone. */
export function metadataArchive(source: Pick<ComposeSource, 'sites'>): string {
  return `${composeBase(source)}/metadata-archive`
}

/** The folder above `rawhide/` and `branched/`. */
export function composeBase({ sites: { composes } }: Pick<ComposeSource, 'sites'>): string {
  const [base] = composes
  if (base === undefined) throw new Error('no URL of a compose tree is configured')
  return base
}
