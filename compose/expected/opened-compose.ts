import type { ComposeId } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Release } from './expected-rule.ts'
import type { Image } from '../images/image.ts'
import { lineupOf, type Lineup } from './lineup.ts'

/** An image, and where it is. */
export interface LocatedImage extends Image {
  readonly url: string
}

/** A compose whose images are known. */
export interface OpenedCompose {
  /** Its id as its metadata has it, or its name where it has none: `43_Beta`. */
  readonly compose: string
  /** Which of Fedora's composes it is; null for one on this machine whose id says nothing. */
  readonly ref: ComposeRef | null
  /** Null for what was made before ids, and for an id of no form we know. */
  readonly id: ComposeId | null
  /** `RC-1.2`; null for all that is no candidate, and where nothing that was read says it. */
  readonly label: string | null
  /** The URL that most images lie below, without a closing slash. */
  readonly tree: string
  readonly images: readonly LocatedImage[]
  /** By which list it is judged, null where nothing says of which release it is. */
  readonly judged: Judged | null
}

/** What decides which images a compose should have. */
export interface Judged {
  readonly lineup: Lineup
  readonly release: Release
}

/** Images below a tree, each with its URL. */
export function locate(tree: string, images: readonly Image[]): readonly LocatedImage[] {
  return images.map((image) => ({
    ...image,
    url: `${tree}/${image.path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`,
  }))
}

/** By which list a compose is judged that has an id, or was made before there were ids. */
export function judgedAs(id: ComposeId | null, ref?: ComposeRef): Judged | null {
  if (id) return lineupOf(id)
  if (ref?.kind === 'two-week') return { lineup: 'two-week-atomic', release: ref.release }
  return ref?.kind === 'candidate' ? { lineup: 'fedora', release: ref.release } : null
}
