import type { AcceptanceState } from './acceptance-state.ts'
import { diffImages, type ImageDiff } from '../images/diff.ts'
import { imageIdentity, imageName, type Image, type ImageKey } from '../images/image.ts'
import { isUsual, type UsualImage } from '../images/usual-image.ts'
import type { Explanation, JudgedImages } from '../koji/koji-explanation.ts'

/**
 * Why an image should be there. `required`: a release needs it. `expected`: the list of expected images names
 * it. `usual`: most of the last composes had it.
 */
export const imageNeeds = ['required', 'expected', 'usual'] as const

/** One of {@link imageNeeds}. */
export type ImageNeed = (typeof imageNeeds)[number]

/** An image that a compose does not have. */
export interface NeededImage extends ImageKey, AcceptanceState {
  readonly need: ImageNeed
  readonly why: string
  /** The failed Koji task that explains it; null if none is known. */
  readonly koji: Explanation | null
  /** The last compose that had it; null if that is not known. */
  readonly lastCompose: string | null
  /** The baseline's compose had it, or that is not known; or it is no longer accepted that it is missing. */
  readonly isNewlyMissing: boolean
}

/** The images of a compose, and what they are held to. */
export interface HeldImages {
  readonly images: readonly Image[]
  readonly judged: JudgedImages
  /** Names (`KDE live x86_64`) of required images; null for those that the list calls blocking. */
  readonly required: readonly string[] | null
  readonly usual: readonly UsualImage[]
  /** The images of the compose before; null where they are not known. */
  readonly before: readonly Image[] | null
  /** The id of that compose. */
  readonly beforeCompose: string | null
  /** The failed Koji tasks that explain usual images, by name. */
  readonly explanations: Readonly<Record<string, Explanation>>
  /** How a missing image of a name stands with what people accepted. */
  readonly acceptance: (name: string) => AcceptanceState
}

/** The images that are missing: the required ones first, then the expected, then the usual. */
export function missingImages(held: HeldImages): readonly NeededImage[] {
  const had = held.before && new Set(held.before.map(imageIdentity))
  const last = new Map(held.usual.map(({ identity, lastCompose }) => [identity, lastCompose]))
  const all = [...listed(held), ...unlisted(held), ...usualOnes(held)].map((image) => {
    const identity = imageIdentity(image)
    const hadIt = had?.has(identity)
    const lastCompose = (hadIt === true ? held.beforeCompose : last.get(identity)) ?? null
    const state = held.acceptance(imageName(image))
    return { ...image, ...state, lastCompose, isNewlyMissing: state.acceptanceEnded || (hadIt ?? true) }
  })
  return all.toSorted((one, other) => imageNeeds.indexOf(one.need) - imageNeeds.indexOf(other.need))
}

/** What changed since the compose before; null where its images are not known. */
export function imageChanges({ images, before }: HeldImages): ImageDiff | null {
  return before === null ? null : diffImages(before, images)
}

/** A missing image before it is said since when. */
type Lacking = Omit<NeededImage, 'lastCompose' | 'isNewlyMissing' | keyof AcceptanceState>

function listed(held: HeldImages): readonly Lacking[] {
  const required = held.required === null ? null : names(held.required)
  return held.judged.missing.map(({ blocking, ...image }) => {
    const isRequired = required === null ? blocking : required.has(nameOf(image))
    return lacking(image, isRequired ? 'required' : 'expected')
  })
}

/** Images that only the configuration requires. */
function unlisted(held: HeldImages): readonly Lacking[] {
  const known = new Set([...held.images, ...held.judged.missing].map(nameOf))
  return (held.required ?? [])
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => {
      const [subvariant = '', type = '', arch = ''] = name.split(' ')
      const image = { subvariant, type, arch, why: 'the configuration requires it', koji: null }
      return lacking(image, 'required')
    })
}

function usualOnes(held: HeldImages): readonly Lacking[] {
  const usual = held.usual.filter(isUsual)
  const known = new Set([...held.images, ...held.judged.missing].map(imageIdentity))
  const required = names(held.required ?? [])
  const renamed = successors(held, usual)
  return usual
    .filter((image) => !known.has(image.identity) && !required.has(nameOf(image)))
    .filter(({ subvariant, arch }) => !renamed.has(`${subvariant} ${arch}`))
    .map(({ subvariant, type, arch, seen, of }) => {
      const why = `${seen} of the last ${of} composes had it`
      const name = imageName({ subvariant, type, arch })
      const koji = Object.hasOwn(held.explanations, name) ? (held.explanations[name] ?? null) : null
      return lacking({ subvariant, type, arch, why, koji }, 'usual')
    })
}

/** Subvariants and arches with an image of a type that is not usual yet: it may have a new name. */
function successors({ images }: HeldImages, usual: readonly UsualImage[]): ReadonlySet<string> {
  const old = new Set(usual.map(({ identity }) => identity))
  const fresh = images.filter((image) => !old.has(imageIdentity(image)))
  return new Set(fresh.map(({ subvariant, arch }) => `${subvariant} ${arch}`))
}

function lacking(
  { subvariant, type, arch, why, koji }: ImageKey & Pick<NeededImage, 'why' | 'koji'>,
  need: ImageNeed,
): Lacking {
  return { subvariant, type, arch, need, why, koji }
}

/** The name of an image without the case of its letters: people write `kde` and `KDE`. */
function nameOf(image: ImageKey): string {
  return imageName(image).toLowerCase()
}

function names(images: readonly string[]): ReadonlySet<string> {
  return new Set(images.map((name) => name.toLowerCase()))
}
