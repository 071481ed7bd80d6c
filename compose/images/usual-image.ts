import type { ImageKey } from './image.ts'

/** An image that composes of a stream had, in its newest spelling. */
export interface UsualImage extends ImageKey {
  /** The key under which images of different composes are the same. */
  readonly identity: string
  /** Composes that had it, of how many. */
  readonly seen: number
  readonly of: number
  /** The last compose that had it, and how many bytes it was there. */
  readonly lastCompose: string
  readonly size: number
}

/** With fewer composes than this, none of their images is usual. */
const fewest = 3

/** Whether an image is usual: most of the composes had it. */
export function isUsual({ seen, of }: UsualImage): boolean {
  return of >= fewest && seen > of / 2
}
