import type { ComposeTree } from '../clients/compose-tree.ts'
import type { Koji } from '../clients/koji/koji.ts'
import type { Rsync } from '../clients/rsync/rsync.ts'
import type { Sites } from '../compose/places/sites.ts'
import type { Wanted } from '../jobs/plan/wanted.ts'
import type { TaskSource } from './koji-cache.ts'

/** Where the outside services are and what is asked of them; no secrets. */
export interface Places {
  /** The folder above `rawhide/` and `branched/`, without a closing slash. */
  readonly composes: string
  /** Where composes of every kind lie; the first of Pungi's is `composes`. */
  readonly sites: Sites
  /** Which composes a night tests, where it is not told one by name. */
  readonly generation: 'pungi' | 'mash'
  readonly releases: string
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
  readonly wanted: readonly Wanted[]
  /** Second chances that the failed jobs of a night have together; 0 for none. */
  readonly restarts: number
  /** The web UI of Temporal, where a report links to its run; null where there is none to link to. */
  readonly temporalUi: string | null
}

/** The services that composes are asked of. */
export interface ComposeTools {
  readonly places: Places
  readonly tree: ComposeTree
  readonly koji: Koji
  /** Koji's tasks; an answer serves all who ask within half the time between two looks. */
  readonly tasks: TaskSource
  readonly rsync: Rsync
}
