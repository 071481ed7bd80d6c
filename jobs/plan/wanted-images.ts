import type { Image } from '../../compose/images/image.ts'
import { flavorOf } from './flavor.ts'
import { matches, type WantedImage } from './wanted.ts'

/**
 * The images of a compose to test: by arch in the given order, then by row of the list. openQA needs at most
 * one for each (flavor, arch): the first disc, then the first path.
 */
export function wantedImages<Wantable extends Image>(
  images: readonly Wantable[],
  wanted: readonly WantedImage[],
  arches: readonly string[],
): readonly Wantable[] {
  const ordered = images.toSorted((a, b) => a.disc - b.disc || compare(a.path, b.path))
  const chosen = new Map<string, Wantable>()
  for (const arch of arches) {
    for (const { match } of wanted) {
      for (const image of ordered) {
        const name = `${flavorOf(image)} ${arch}`
        if (image.arch === arch && matches(match, image) && !chosen.has(name)) chosen.set(name, image)
      }
    }
  }
  return [...chosen.values()]
}

/** Compares by code unit: the order is the same in every locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
