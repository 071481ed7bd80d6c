import { byText } from '../by-text.ts'
import { imageIdentity, imageName, type Image } from './image.ts'

/** One image of an older compose and its counterpart in a newer one. */
export interface ImagePair {
  readonly from: Image
  readonly to: Image
}

/** The images of two composes. Each image is in at most one pair. */
export interface Pairing {
  readonly pairs: readonly ImagePair[]
  /** Images of the older compose without a counterpart. */
  readonly left: readonly Image[]
  /** Images of the newer compose without a counterpart. */
  readonly right: readonly Image[]
}

/** A key of an image. Two images with the same key can be a pair. The first kinship that matches is used. */
export type Kinship = (image: Image) => string

/**
 * Kinships of the same image. The exact name comes before fedfind's looser one, so `Server_Appliance` is
 * paired with itself, not with `Server`.
 */
export const sameImage: readonly Kinship[] = [
  (image) => `${imageName(image).toLowerCase()} ${image.format} ${image.disc}`,
  (image) => `${imageIdentity(image)} ${image.format} ${image.disc}`,
  (image) => `${imageIdentity(image)} ${image.disc}`,
  (image) => imageIdentity(image),
]

/**
 * Kinships of the same thing under another type. Fedora renames whole types (docker to container), mostly
 * without a change of format.
 */
export const sameThing: readonly Kinship[] = [
  (image) => `${thing(image)} ${image.format} ${image.disc}`,
  (image) => thing(image),
]

/**
 * Pairs the images of two composes one to one, by the closest kinship first. The order of the images does not
 * matter. Pairing in the other direction gives the same pairs, reversed.
 */
export function pairImages(
  older: readonly Image[],
  newer: readonly Image[],
  kinships: readonly Kinship[],
): Pairing {
  const start: Pairing = { pairs: [], left: older.toSorted(byName), right: newer.toSorted(byName) }
  return kinships.reduce(pairMore, start)
}

function pairMore({ pairs, left, right }: Pairing, kinship: Kinship): Pairing {
  const waiting = Map.groupBy(right, kinship)
  const found = left.flatMap((from) => {
    const to = waiting.get(kinship(from))?.shift()
    return to ? [{ from, to }] : []
  })
  const taken = new Set(found.flatMap(({ from, to }) => [from, to]))
  return {
    pairs: [...pairs, ...found],
    left: left.filter((image) => !taken.has(image)),
    right: right.filter((image) => !taken.has(image)),
  }
}

function thing({ subvariant, arch }: Image): string {
  return imageIdentity({ subvariant, type: '', arch })
}

/** Sorts by name, then by format, disc and path. */
export function byName(left: Image, right: Image): number {
  return byText(sortKey(left), sortKey(right))
}

function sortKey(image: Image): string {
  return [imageName(image), image.format, image.disc, image.path].join('\n')
}
