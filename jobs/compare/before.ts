import type { Image } from '../../compose/images/image.ts'
import type { UsualImage } from '../../compose/images/usual-image.ts'
import type { Scenario } from '../results/lineage.ts'
import type { Past } from './past.ts'

/** What the archive knows of the nights before. */
export interface Before {
  readonly past: Past
  /** The tests that failed on the last night of the other stream; none where nobody could ask. */
  readonly failedElsewhere: readonly Scenario[]
  /** The images of the last composes; none where nobody could ask. */
  readonly usualImages: readonly UsualImage[]
  /** The compose that images are compared with; null where its images are not known. */
  readonly baselineCompose: string | null
  readonly baselineImages: readonly Image[] | null
  /** How the last nights ended, for one that has no compose; null where nobody could ask. */
  readonly composeless: Composeless | null
}

/** Nights without a compose. */
export interface Composeless {
  /** How many nights in a row, this one too. */
  readonly nights: number
  /** The last compose that passed; null where there is none. */
  readonly lastGood: string | null
}

/** Where nobody could ask for the nights before. */
export function nothingKnown(why: string): Before {
  return {
    past: { kind: 'unknown', why },
    failedElsewhere: [],
    usualImages: [],
    baselineCompose: null,
    baselineImages: null,
    composeless: null,
  }
}
