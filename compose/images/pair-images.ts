import { byText } from '../by-text.ts'
import { imageIdentity, imageName, type Image } from './image.ts'

/** One image of an older compose and its counterpart in a newer one. */
export interface ImagePair {
  readonly from: Image
  readonly to: Image
}

/** Two composes' images, each in at most one pair. */
export interface Pairing {
  readonly pairs: readonly ImagePair[]
  /** Images of the older compose without a counterpart. */
  readonly left: readonly Image[]
  /** Images of the newer compose without one. */
  readonly right: readonly Image[]
}

/** What two images must have in common to be a pair, in one word; the first kinship that fits is used. */
export type Kinship = (image: Image) => string

/**
 * The same image: by its exact name before fedfind's looser one, so that `Server` never takes
 * `Server_Appliance`'s place.
 */
export const sameImage: readonly Kinship[] = [
  (image) => `${imageName(image).toLowerCase()} ${image.format} ${image.disc}`,
  (image) => `${imageIdentity(image)} ${image.format} ${image.disc}`,
  (image) => `${imageIdentity(image)} ${image.disc}`,
  (image) => imageIdentity(image),
]

/**
 * The same thing under another type: whole types get renamed (docker to container), mostly with their format
 * kept.
 */
export const sameThing: readonly Kinship[] = [
  (image) => `${thing(image)} ${image.format} ${image.disc}`,
  (image) => thing(image),
]

/**
 * Pairs two composes' images one to one, by the closest kinship first. The result does not depend on the
 * order of the images, and pairing the other way round gives the same pairs turned round.
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

/** By name, and by what tells images of one name apart. */
export function byName(left: Image, right: Image): number {
  return byText(sortKey(left), sortKey(right))
}

function sortKey(image: Image): string {
  return [imageName(image), image.format, image.disc, image.path].join('\n')
}
