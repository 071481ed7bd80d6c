import type { Image } from '../../compose/images/image.ts'
import { flavorOf } from './flavor.ts'
import { matches, type WantedImage } from './wanted.ts'

/**
 * The images of a compose that must be tested: by arch in the order given, then by row of the list.
 * At most one for each (flavor, arch), since openQA cannot tell two apart: the first disc, then the first path.
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

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
