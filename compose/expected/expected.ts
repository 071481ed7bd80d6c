import { holds, type ExpectedRule, type Release } from './expected-rule.ts'
import { imageIdentity, type Image, type ImageKey } from '../images/image.ts'
import { lineups, type Lineup } from './lineup.ts'

/** An image that a compose should have, and why. */
export interface ExpectedImage extends ImageKey {
  readonly blocking: boolean
  readonly why: string
  readonly format?: string
  readonly spelling?: 'exact'
}

/** An expected image that a compose does not have, as reports and `nightjar expected` show it. */
export type MissingImage = ImageKey & Pick<ExpectedImage, 'blocking' | 'why'>

/** The images to judge, and what they are judged by. */
export interface Judging {
  readonly release: Release
  readonly images: readonly Image[]
  /** `fedora` if absent. */
  readonly lineup?: Lineup
  /** The rules of a stream's own; null for those of the lineup. */
  readonly own?: readonly ExpectedRule[] | null
}

/** The images of a compose, compared with the expected ones. */
export interface Judgement {
  readonly missing: readonly MissingImage[]
  readonly present: readonly Image[]
  /** Images of the compose for which there is no rule. */
  readonly notJudged: readonly Image[]
}

/** The images that every compose of a release should have, in the order of the rules. */
export function expectedImages(
  release: Release,
  lineup: Lineup = 'fedora',
  own: readonly ExpectedRule[] | null = null,
): readonly ExpectedImage[] {
  const rules: readonly ExpectedRule[] = own ?? lineups[lineup]
  return rules
    .filter((rule) => holds(rule, release))
    .flatMap((rule) => rule.arches.map((arch) => expectedImage(rule, arch)))
}

/** Compares the images of a compose with the expected ones. */
export function judgeImages({ release, images, lineup, own }: Judging): Judgement {
  const expected = expectedImages(release, lineup, own)
  const candidates = Map.groupBy(images, spelledAlike)
  const found = expected.map((image) => ({ image, by: fulfilling(image, candidates) }))
  const present = new Set(found.flatMap(({ by }) => by))
  return {
    missing: found.filter(({ by }) => by.length === 0).map(({ image }) => missingImage(image)),
    present: images.filter((image) => present.has(image)),
    notJudged: images.filter((image) => !present.has(image)),
  }
}

function expectedImage(rule: ExpectedRule, arch: string): ExpectedImage {
  const { subvariant, type, blocking, why, format, spelling } = rule
  return { subvariant, type, arch, blocking, why, ...(format && { format }), ...(spelling && { spelling }) }
}

function fulfilling(
  expected: ExpectedImage,
  candidates: ReadonlyMap<string, readonly Image[]>,
): readonly Image[] {
  const alike = candidates.get(spelledAlike(expected)) ?? []
  return alike.filter(
    ({ subvariant, format }) =>
      (expected.format === undefined || format === expected.format) &&
      (expected.spelling === undefined || subvariant === expected.subvariant),
  )
}

/** fedfind expects `container-base` of ELN, and `container_base` of all other composes. */
function spelledAlike(image: ImageKey): string {
  return imageIdentity(image).replaceAll('-', '_')
}

function missingImage({ subvariant, type, arch, blocking, why }: ExpectedImage): MissingImage {
  return { subvariant, type, arch, blocking, why }
}
