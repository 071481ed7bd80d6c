import type { Image } from './image.ts'
import { byName, pairImages, sameImage, sameThing, type ImagePair } from './pair-images.ts'

/** An image that grew or shrank. `change` is relative to the old size: 0.25 means a quarter more. */
export interface ResizedImage extends ImagePair {
  readonly change: number
}

/** What changed from one compose to the next. Each list is in the order of image names. */
export interface ImageDiff {
  readonly gone: readonly Image[]
  readonly new_images: readonly Image[]
  /**
   * Images with the same subvariant and arch, but another type. In most cases the type was renamed. Sometimes
   * another image took its place.
   */
  readonly renamed: readonly ImagePair[]
  readonly resized: readonly ResizedImage[]
}

/** A tenth. From night to night, the size of an image changes by a few percent. */
const usualThreshold = 0.1

/**
 * Compares the images of two composes. An image counts as resized if its sizes differ by more than
 * `threshold` of the larger one. In the other direction, gone and new are swapped and the pairs are reversed.
 */
export function diffImages(
  older: readonly Image[],
  newer: readonly Image[],
  { threshold = usualThreshold }: { readonly threshold?: number } = {},
): ImageDiff {
  const same = pairImages(older, newer, sameImage)
  const renamed = pairImages(same.left, same.right, sameThing)
  return {
    gone: renamed.left,
    new_images: renamed.right,
    renamed: renamed.pairs.toSorted(byFrom),
    resized: same.pairs
      .filter((pair) => differs(pair, threshold))
      .map(resized)
      .toSorted(byFrom),
  }
}

function differs({ from, to }: ImagePair, threshold: number): boolean {
  const known = from.size > 0 && to.size > 0
  return known && Math.abs(to.size - from.size) > threshold * Math.max(from.size, to.size)
}

function resized({ from, to }: ImagePair): ResizedImage {
  return { from, to, change: Math.round((to.size / from.size - 1) * 1000) / 1000 }
}

function byFrom(left: ImagePair, right: ImagePair): number {
  return byName(left.from, right.from)
}
