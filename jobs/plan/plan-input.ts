import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import type { UpgradeReleases } from '../../compose/naming/releases.ts'
import type { WantedImage } from './wanted.ts'

/** What a plan is made from. */
export interface PlanInput {
  readonly compose: string
  /** VERSION as openQA's templates know it: `Rawhide` or a number. */
  readonly version: string
  /** LOCATION: the URL that the compose's install trees lie below, without a closing slash. */
  readonly location: string
  readonly images: readonly LocatedImage[]
  /** The arches to test, the most important first. */
  readonly arches: readonly string[]
  /** The releases that upgrade tests start from; a guess harms those tests only. */
  readonly releases: UpgradeReleases
  /** `RC-1.2`, of candidates only; null for all others. */
  readonly label: string | null
  /** Fedora's own list unless given. */
  readonly wanted?: readonly WantedImage[]
  /** They override other settings and set the build apart: its jobs never count as the compose's own. */
  readonly extraSettings?: Readonly<Record<string, string>>
  /** 1 unless a person wants the compose tested once more. */
  readonly generation?: number
  /** A page that tells of this run; kept on openQA's scheduled product. */
  readonly runUrl?: string
  /** `obsolete` has openQA cancel what still runs of this very build: only ever by a person's word. */
  readonly force?: 'obsolete'
}
