import { parseComposeId, type ComposeId } from './compose-id.ts'
import type { Label } from './label.ts'

/** The milestones of a release up to 2015. */
export const milestones = ['Alpha', 'Beta', 'Final'] as const

/** One of {@link milestones}. */
export type Milestone = (typeof milestones)[number]

/**
 * Any compose that Fedora has made, identified by the parts of its name.
 * `pungi`: a nightly or production compose since 2016, with its id.
 * `staged`: a candidate on the mirrors, with its label.
 * `mash`: a nightly of 2015, with its date.
 * `candidate`: a TC or RC up to 2015.
 * `two-week`: an Atomic image of 2015-16, composed after the release was out.
 * `milestone`: an Alpha or Beta that was released.
 * `stable`: a release.
 * `respin`: live images of a stable release with its updates.
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
      /** The tree in its URL. Absent if only the number is known, and for Fedora Core 1 to 6. */
      readonly tree?: 'current' | 'archive'
    }
  | { readonly kind: 'respin'; readonly release: number; readonly date: string }

/**
 * The id of a compose: Pungi's id, or a made-up id for a release or a respin. Null for composes from before
 * there were ids. Null for staged candidates, because only their metadata has the id.
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

/** The compose that an id names. The id may be a made-up one. */
export function refOfId(id: ComposeId): ComposeRef {
  const release = Number(id.version)
  if (id.type !== 'production' || id.respin !== 0 || !Number.isSafeInteger(release))
    return { kind: 'pungi', id }
  if (id.short === 'FedoraRespin' && id.versionType === 'updates')
    return { kind: 'respin', release, date: id.date }
  const made = id.short === 'Fedora' && !id.versionType && id.date === releaseDate
  return made ? { kind: 'stable', release } : { kind: 'pungi', id }
}

/** Whether an id is made up for a release of which only the number is known. */
export function isMadeUp({ date }: ComposeId): boolean {
  return date === releaseDate
}

/** The date in the made-up ids of releases. No compose was made on that date. */
const releaseDate = '19700101'
