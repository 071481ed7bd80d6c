import type { MashRef } from '../../compose/naming/mash-ref.ts'
import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { quadrupleOf } from '../../compose/naming/quadruple.ts'
import { planMashPosts, type MashImage } from './mash-plan.ts'
import type { Post } from './post.ts'

/** The posts for a nightly of 2015 whose images are known. openQA had tests for its discs only. */
export function mashPosts(
  ref: MashRef,
  images: readonly LocatedImage[],
  arches: readonly string[],
): readonly Post[] {
  const { release, milestone, compose } = quadrupleOf(ref)
  const discs = images.filter(({ format }) => format === 'iso').map(mashImage)
  return planMashPosts({ release, milestone, compose, arches, images: discs })
}

function mashImage({ subvariant, type, arch, url }: LocatedImage): MashImage {
  return { payload: subvariant.toLowerCase(), imagetype: type, arch, url }
}
