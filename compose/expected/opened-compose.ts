import type { CoreosBuild } from '../coreos/coreos-build.ts'
import type { ComposeId } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import type { Release } from './expected-rule.ts'
import type { Image } from '../images/image.ts'
import { lineupOf, type Lineup } from './lineup.ts'

/** An image with its URL. */
export interface LocatedImage extends Image {
  readonly url: string
}

/** A compose whose images are known. */
export interface OpenedCompose {
  /** The id in its metadata. If it has no id, its name: `43_Beta`. */
  readonly compose: string
  /** Which of Fedora's composes it is. Null for a local compose with an id that does not tell. */
  readonly ref: ComposeRef | null
  /** Null for a compose from before there were ids, and for an id of unknown form. */
  readonly id: ComposeId | null
  /** `RC-1.2`. Null if the compose is not a candidate, or if no file that was read has the label. */
  readonly label: string | null
  /** The base URL of most of its images, without a slash at the end. */
  readonly tree: string
  readonly images: readonly LocatedImage[]
  /** What it is judged by. Null if its release is not known. */
  readonly judged: Judged | null
  /** The build of Fedora CoreOS that it is; absent for a compose. */
  readonly coreos?: CoreosBuild
}

/** What decides which images a compose should have. */
export interface Judged {
  readonly lineup: Lineup
  readonly release: Release
}

/** Adds its URL to every image of a tree. */
export function locate(tree: string, images: readonly Image[]): readonly LocatedImage[] {
  return images.map((image) => ({
    ...image,
    url: `${tree}/${image.path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`,
  }))
}

/** What a compose is judged by. Null if the release is not known. */
export function judgedAs(id: ComposeId | null, ref?: ComposeRef): Judged | null {
  if (id) return lineupOf(id)
  if (ref?.kind === 'two-week') return { lineup: 'two-week-atomic', release: ref.release }
  return ref?.kind === 'candidate' ? { lineup: 'fedora', release: ref.release } : null
}
