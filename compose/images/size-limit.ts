import { imageName, type Image } from './image.ts'

/** The largest size of an image, in bytes, by its name: `Server dvd *`. */
export type SizeLimits = Readonly<Record<string, number>>

/** An image that is larger than the release criteria allow. */
export interface TooLarge {
  readonly image: Image
  readonly limit: number
}

/**
 * The limits of Fedora's test case `QA:Testcase_Mediakit_ISO_Size` that its images keep: a DVD must fit a
 * single layer. The others of that page (netinst 700 MiB, Workstation 2 GB, KDE 1.4 GB) are out of date:
 * every nightly breaks them.
 */
export const fedoraSizeLimits: SizeLimits = { '* dvd *': 4_700_000_000 }

/** The images that are too large, in their order. Of several limits of an image the smallest counts. */
export function tooLarge(images: readonly Image[], limits: SizeLimits): readonly TooLarge[] {
  const rules = Object.entries(limits).map(([name, limit]) => ({ fits: fits(name), limit }))
  return images.flatMap((image) => {
    const limit = Math.min(...rules.filter((rule) => rule.fits(image)).map((rule) => rule.limit))
    return image.size > limit ? [{ image, limit }] : []
  })
}

function fits(name: string): (image: Image) => boolean {
  const words = name.toLowerCase().split(' ')
  return (image) =>
    imageName(image)
      .toLowerCase()
      .split(' ')
      .every((word, nth) => words[nth] === '*' || words[nth] === word)
}
