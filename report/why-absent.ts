import type { NeededImage } from '../compose/expected/missing-images.ts'
import { imageName } from '../compose/images/image.ts'
import type { Product } from '../jobs/compare/absent-tests.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'

/**
 * Why openQA has no jobs of a flavor and arch: its image is missing, or openQA did not take the post; null
 * where neither is known. The name of a flavor begins with its image's subvariant and type.
 */
export function whyAbsent(
  { flavor, arch }: Product,
  missing: readonly NeededImage[],
  posts: readonly PostOutcome[],
): string | null {
  const image = missing.find((each) => each.arch === arch && flavor.startsWith(`${beginningOf(each)}-`))
  if (image !== undefined) return `the image ${imageName(image)} is missing`
  const post = posts.find((each) => each.flavor === flavor && each.arch === arch)
  if (post?.kind === 'refused') return `openQA refused the post: ${post.why}`
  if (post?.kind === 'unknown') return `it is not known whether it was posted: ${post.why}`
  return null
}

function beginningOf({ subvariant, type }: NeededImage): string {
  return [subvariant, type].map((part) => part.replaceAll('-', '_')).join('-')
}
