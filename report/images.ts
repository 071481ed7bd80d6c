import { imageChanges, type HeldImages, type NeededImage } from '../compose/expected/missing-images.ts'
import { imageName } from '../compose/images/image.ts'
import { tooLarge } from '../compose/images/size-limit.ts'
import type { NightFacts } from './facts.ts'
import type { ReportImages } from './report.ts'

/** The images of a compose, for its report. */
export function imagesOf(
  held: HeldImages,
  missing: readonly NeededImage[],
  { standards }: Pick<NightFacts, 'standards'>,
): ReportImages {
  return {
    expected: held.judged.expected,
    missing,
    changes: changesOf(held),
    tooLarge: tooLarge(held.images, standards.sizeLimits).map(({ image, limit }) => ({
      name: imageName(image),
      before: limit,
      after: image.size,
    })),
  }
}

function changesOf(held: HeldImages): ReportImages['changes'] {
  const diff = imageChanges(held)
  if (diff === null) return null
  return {
    added: diff.new_images.map(imageName),
    gone: diff.gone.map(imageName),
    renamed: diff.renamed.map(({ from, to }) => `${imageName(from)} is now ${to.type}`),
    resized: diff.resized.map(({ from, to }) => ({
      name: imageName(to),
      before: from.size,
      after: to.size,
    })),
  }
}
