import { parseComposeId, type ComposeId } from './compose-id.ts'
import type { Label } from './label.ts'

/** What a release was tested as before it was out, up to 2015. */
export const milestones = ['Alpha', 'Beta', 'Final'] as const

/** One of {@link milestones}. */
export type Milestone = (typeof milestones)[number]

/**
 * Any compose that Fedora has made, by what names it.
 * `pungi` since 2016, nightly or production, by its id;
 * `staged` a candidate on the mirrors, by its label;
 * `mash` a nightly of 2015, by its date;
 * `candidate` a TC or RC of 2015;
 * `two-week` an Atomic image of 2015-16, composed after the release was out;
 * `milestone` an Alpha or Beta that was released, `stable` a release;
 * `respin` live images made of a stable release and its updates.
 */
export type ComposeRef =
  | { readonly kind: 'pungi'; readonly id: ComposeId }
  | { readonly kind: 'staged'; readonly release: number; readonly label: Label }
  | { readonly kind: 'mash'; readonly version: string; readonly date: string }
  | {
      readonly kind: 'candidate'
      readonly release: number
      readonly milestone: Milestone
      /** `TC3`, `RC2`, `RC1.1`. */
      readonly build: string
    }
  | {
      readonly kind: 'two-week'
      readonly release: number
      readonly date: string
      readonly respin: number | null
    }
  | { readonly kind: 'milestone'; readonly release: number; readonly milestone: 'Alpha' | 'Beta' }
  | {
      readonly kind: 'stable'
      readonly release: number
      /** Where a URL said it lies; left out where only the number is known, and up to Fedora Core 6. */
      readonly tree?: 'current' | 'archive'
    }
  | { readonly kind: 'respin'; readonly release: number; readonly date: string }

/**
 * The id that stands for a compose: Pungi's own, or one made up for releases and respins, which have none.
 * Null for what was made before ids, and for staged candidates, whose id is in their metadata.
 */
export function idOfRef(ref: ComposeRef): ComposeId | null {
  switch (ref.kind) {
    case 'pungi':
      return ref.id
    case 'milestone':
    case 'stable':
      return parseComposeId(`Fedora-${ref.release}-${releaseDate}.0`)
    case 'respin':
      return parseComposeId(`FedoraRespin-${ref.release}-updates-${ref.date}.0`)
    case 'staged':
    case 'mash':
    case 'candidate':
    case 'two-week':
      return null
    default:
      return ref satisfies never
  }
}

/** The compose behind an id, also behind one that was made up. */
export function refOfId(id: ComposeId): ComposeRef {
  const release = Number(id.version)
  if (id.type !== 'production' || id.respin !== 0 || !Number.isSafeInteger(release))
    return { kind: 'pungi', id }
  if (id.short === 'FedoraRespin' && id.versionType === 'updates')
    return { kind: 'respin', release, date: id.date }
  const made = id.short === 'Fedora' && !id.versionType && id.date === releaseDate
  return made ? { kind: 'stable', release } : { kind: 'pungi', id }
}

/** The date of made-up ids of releases, on which nothing was composed. */
const releaseDate = '19700101'
