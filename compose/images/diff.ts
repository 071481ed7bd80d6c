import type { Image } from './image.ts'
import { byName, pairImages, sameImage, sameThing, type ImagePair } from './pair-images.ts'

/** An image that grew or shrank; `change` is the share of its old size, 0.25 for a quarter more. */
export interface ResizedImage extends ImagePair {
  readonly change: number
}

/** What changed from one compose to the next; every list is in the order of the images' names. */
export interface ImageDiff {
  readonly gone: readonly Image[]
  readonly new_images: readonly Image[]
  /**
   * The same subvariant and arch under another type: mostly a renamed type, sometimes another image in its
   * place.
   */
  readonly renamed: readonly ImagePair[]
  readonly resized: readonly ResizedImage[]
}

/** A tenth: from night to night images change by a few hundredths. */
const usualThreshold = 0.1

/**
 * Compares two composes' images. An image is resized when its sizes differ by more than `threshold` of the
 * larger one. Comparing the other way round swaps gone and new, and turns every pair round.
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
