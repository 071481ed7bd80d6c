import { byText } from '../by-text.ts'
import type { ExpectedImage } from './expected.ts'
import { imageIdentity, type ImageKey } from '../images/image.ts'

/** An image is expected when it was in `k` of the last `n` composes. */
export interface Habit {
  readonly k: number
  readonly n: number
}

/**
 * What a series of composes has usually had, oldest compose first; nothing before there are `n` composes.
 * Never blocking: a habit is no rule, and an image that was dropped on purpose is forgotten after `n - k + 1` composes.
 */
export function learnExpected(
  history: readonly (readonly ImageKey[])[],
  { k, n }: Habit,
): readonly ExpectedImage[] {
  const recent = history.slice(-n)
  if (recent.length < n) return []
  return [...sightings(recent)]
    .filter(([, { count }]) => count >= k)
    .toSorted(([left], [right]) => byText(left, right))
    .map(([, { image, count }]) => ({
      ...image,
      blocking: false,
      why: `in ${count} of the last ${n} composes`,
    }))
}

interface Sighting {
  readonly image: ImageKey
  readonly count: number
}

/** In how many composes each image was, under its newest spelling. */
function sightings(composes: readonly (readonly ImageKey[])[]): ReadonlyMap<string, Sighting> {
  const seen = new Map<string, Sighting>()
  for (const compose of composes) {
    for (const [identity, { subvariant, type, arch }] of distinct(compose)) {
      const count = (seen.get(identity)?.count ?? 0) + 1
      seen.set(identity, { image: { subvariant, type, arch }, count })
    }
  }
  return seen
}

function distinct(images: readonly ImageKey[]): ReadonlyMap<string, ImageKey> {
  return new Map(images.map((image) => [imageIdentity(image), image]))
}
