import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import type { UpgradeReleases } from '../../compose/naming/releases.ts'
import type { WantedImage } from './wanted.ts'

/** What a plan is made from. */
export interface PlanInput {
  readonly compose: string
  /** VERSION in openQA's templates: `Rawhide` or a number. */
  readonly version: string
  /** LOCATION: the URL above the compose's install trees, without a closing slash. */
  readonly location: string
  readonly images: readonly LocatedImage[]
  /** The arches to test, the most important first. */
  readonly arches: readonly string[]
  /** The releases that upgrade tests start from; a wrong guess affects only those tests. */
  readonly releases: UpgradeReleases
  /** `RC-1.2`; null for a compose that is not a candidate. */
  readonly label: string | null
  /** Fedora's own list by default. */
  readonly wanted?: readonly WantedImage[]
  /** Only these flavors are posted; all if absent. Letter case does not matter. */
  readonly flavors?: readonly string[]
  /** They override other settings and change BUILD, so these jobs do not count as the compose's own. */
  readonly extraSettings?: Readonly<Record<string, string>>
  /** 1 by default; higher if a person wants another test of the compose. */
  readonly generation?: number
  /** The run that posts; it is in the marker of its jobs. */
  readonly run?: string
  /** The web page of this run; openQA keeps it with the scheduled product. */
  readonly runUrl?: string
  /** `obsolete` makes openQA cancel the running jobs of this build. Only a person may ask for it. */
  readonly force?: 'obsolete'
}
