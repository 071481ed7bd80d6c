import type { Image } from '../../compose/images/image.ts'
import type { Wanted } from './wanted.ts'

/** The releases that upgrade tests start from, as openQA's settings name them; a guess harms those tests only. */
export interface Releases {
  readonly currrel: string
  readonly rawrel: string
  /** One before the release under test; Rawhide counts as the one after Branched. */
  readonly up1rel: string
  readonly up2rel: string
}

/** What a plan is made from. */
export interface PlanInput {
  readonly compose: string
  /** VERSION as openQA's templates know it: `Rawhide` or a number. */
  readonly version: string
  /** The URL of the compose, with or without its `compose/` folder at the end. */
  readonly location: string
  readonly images: readonly Image[]
  /** The arches to test, the most important first. */
  readonly arches: readonly string[]
  readonly releases: Releases
  /** `RC-1.2`, of candidates only. */
  readonly label?: string
  /** Fedora's own list unless given. */
  readonly wanted?: readonly Wanted[]
  /** They override other settings and set the build apart: its jobs never count as the compose's own. */
  readonly extraSettings?: Readonly<Record<string, string>>
  /** 1 unless a person wants the compose tested once more. */
  readonly generation?: number
  /** A page that tells of this run; kept on openQA's scheduled product. */
  readonly runUrl?: string
  /** `obsolete` has openQA cancel what still runs of this very build: only ever by a person's word. */
  readonly force?: 'obsolete'
}
