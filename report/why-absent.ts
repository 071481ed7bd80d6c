import { notAccepted, type AcceptanceState } from '../compose/expected/acceptance-state.ts'
import type { NeededImage } from '../compose/expected/missing-images.ts'
import { imageName } from '../compose/images/image.ts'
import type { Product } from '../jobs/compare/absent-tests.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'

/**
 * Why openQA has no jobs of a flavor and arch: its image is missing, or openQA did not take the post; null
 * where neither is known. The name of a flavor begins with its image's subvariant and type.
 */
export function whyAbsent(
  product: Product,
  missing: readonly NeededImage[],
  posts: readonly PostOutcome[],
): string | null {
  const { flavor, arch } = product
  const image = imageOf(product, missing)
  if (image !== undefined) return `the image ${imageName(image)} is missing`
  const post = posts.find((each) => each.flavor === flavor && each.arch === arch)
  if (post?.kind === 'refused') return `openQA refused the post: ${post.why}`
  if (post?.kind === 'unknown') return `it is not known whether it was posted: ${post.why}`
  return null
}

/** Who accepted that an image is missing also accepted that its tests do not run. */
export function absenceAcceptance(product: Product, missing: readonly NeededImage[]): AcceptanceState {
  const { accepted } = imageOf(product, missing) ?? notAccepted
  return { accepted, acceptanceEnded: false }
}

function imageOf({ flavor, arch }: Product, missing: readonly NeededImage[]): NeededImage | undefined {
  return missing.find((each) => each.arch === arch && flavor.startsWith(`${beginningOf(each)}-`))
}

function beginningOf({ subvariant, type }: NeededImage): string {
  return [subvariant, type].map((part) => part.replaceAll('-', '_')).join('-')
}
