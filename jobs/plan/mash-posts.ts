import type { MashRef } from '../../compose/naming/mash-ref.ts'
import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { quadrupleOf } from '../../compose/naming/quadruple.ts'
import { planMashPosts, type MashImage, type MashPlanInput } from './mash-plan.ts'
import type { Post } from './post.ts'

/** The posts for a nightly of 2015 whose images are known. openQA had tests for its discs only. */
export function mashPosts(
  ref: MashRef,
  images: readonly LocatedImage[],
  { arches, ...mark }: Pick<MashPlanInput, 'arches' | 'run'>,
): readonly Post[] {
  const { release, milestone, compose } = quadrupleOf(ref)
  const discs = images.filter(({ format }) => format === 'iso').map(mashImage)
  return planMashPosts({ release, milestone, compose, arches, images: discs, ...mark })
}

function mashImage({ subvariant, type, arch, url }: LocatedImage): MashImage {
  return { payload: subvariant.toLowerCase(), imagetype: type, arch, url }
}
