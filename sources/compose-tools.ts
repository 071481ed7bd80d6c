import type { ComposeTree } from '../clients/compose-tree.ts'
import type { Koji } from '../clients/koji/koji.ts'
import type { Rsync } from '../clients/rsync/rsync.ts'
import type { ExpectedRule } from '../compose/expected/expected-rule.ts'
import type { Sites } from '../compose/places/sites.ts'
import { composeBase } from '../compose/places/location.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { StreamLine } from '../compose/streams/stream-line.ts'
import type { WantedImage } from '../jobs/plan/wanted.ts'
import type { Standards } from '../jobs/verdict/standards.ts'
import type { TaskSource } from './koji-cache.ts'

/** The web servers with composes, and the URLs of the composes on them. */
export interface ComposeSource {
  readonly tree: ComposeTree
  readonly sites: Sites
  /** The streams that are known, by the configuration. */
  readonly lines: readonly StreamLine[]
  /** The URL of Fedora's list of its releases. */
  readonly releases: string
}

/** Where the outside services are, and what Nightjar asks of them; no secrets. */
export interface Places {
  /** Which kind of compose a night tests, unless it names one. */
  readonly generation: 'pungi' | 'mash'
  /** `rsync://host/module` */
  readonly mirror: string
  readonly mirrorRequired: boolean
  /** The hub. */
  readonly koji: string
  readonly kojiRequired: boolean
  /** The URL of the files that Koji's tasks made, without a closing slash. */
  readonly kojiFiles: string
  /** The Koji id of the user whose tasks count; null for all users. */
  readonly kojiOwner: number | null
  readonly openqa: string
  readonly arches: readonly string[]
  /** Which images of a compose are tested. */
  readonly wanted: readonly WantedImage[]
  /** What the composes of a stream should have; null for what Nightjar knows of them. */
  readonly expected: readonly ExpectedRule[] | null
  /** How many jobs of a night may get a second chance; 0 turns them off. */
  readonly restarts: number
  /** What the composes of each stream are held to. */
  readonly standards: (stream: Stream) => Standards
  /** Temporal's web UI, for the link from a report to its run; null if there is no UI. */
  readonly temporalUi: string | null
}

/** The services for questions about composes. `all` loads the clients of Koji and rsync only when needed. */
export interface ComposeServices extends ComposeSource {
  readonly places: Places
  readonly all: () => Promise<ComposeTools>
}

/** Every service that is asked about composes. */
export interface ComposeTools extends ComposeServices {
  readonly koji: Koji
  /** Koji's tasks, from a cache: an answer is reused for half a poll interval. */
  readonly tasks: TaskSource
  readonly rsync: Rsync
}

/** The URL of the metadata of all finished composes, deleted ones included. */
export function metadataArchive(source: Pick<ComposeSource, 'sites'>): string {
  return `${composeBase(source.sites)}/metadata-archive`
}

/** The services with other places, also where they load all clients. */
export function withPlaces<Services extends ComposeServices>(services: Services, places: Places): Services {
  const all = async () => ({ ...(await services.all()), places })
  return { ...services, places, all }
}
