import { marker, markerSetting, markOf } from './marker.ts'
import { mashBuild, type MashRelease } from './mash-build.ts'
import type { Post } from './post.ts'

/** One image of a compose of the mash generation. There was no metadata: its path and name describe it. */
export interface MashImage {
  /** `generic`, `server`, `workstation`, `kde`, … */
  readonly payload: string
  /** `boot`, `live`, `dvd`, … */
  readonly imagetype: string
  readonly arch: string
  readonly url: string
}

/** What a plan of the mash generation is made from. */
export interface MashPlanInput extends MashRelease {
  readonly images: readonly MashImage[]
  readonly arches: readonly string[]
  readonly generation?: number
  /** The run that posts; it is in the marker of its jobs. */
  readonly run?: string
}

/** What openQA had tests for in August 2015. */
const wantedTypes = ['boot', 'live']
const wantedPayloads = ['server', 'generic', 'workstation']
const payloadWeights = new Map([
  ['generic', 5],
  ['server', 3],
  ['workstation', 1],
])

/**
 * The posts for a compose without metadata, in the form of 2015. FLAVOR is `<payload>_<imagetype>`.
 * `universal` is posted once for each arch, with its best image. If an image was made twice, the later one
 * counts. VERSION is the release: with a constant, one nightly's posts would obsolete the other's.
 */
export function planMashPosts(input: MashPlanInput): readonly Post[] {
  return [...new Set(input.arches)].flatMap((arch) => {
    const own = input.images.filter((image) => image.arch === arch)
    const best = own.toSorted((a, b) => weight(b) - weight(a))[0]
    const wanted = new Map(own.filter(isWanted).map((image) => [mashFlavor(image), image]))
    return [
      ...[...wanted].map(([flavor, image]) => mashPost(input, image, flavor)),
      ...(best === undefined ? [] : [mashPost(input, best, 'universal')]),
    ]
  })
}

function isWanted({ payload, imagetype }: MashImage): boolean {
  return wantedTypes.includes(imagetype) && wantedPayloads.includes(payload)
}

function mashFlavor({ payload, imagetype }: MashImage): string {
  return `${payload}_${imagetype}`
}

/** The universal tests install packages, so a disc with many packages of a general payload is best. */
function weight({ payload, imagetype }: MashImage): number {
  return (imagetype === 'dvd' ? 10 : 1) + (payloadWeights.get(payload) ?? 0)
}

function mashPost(input: MashPlanInput, image: MashImage, flavor: string): Post {
  const { arch } = image
  const build = mashBuild(input)
  const settings = {
    DISTRI: 'fedora',
    VERSION: input.release,
    FLAVOR: flavor,
    ARCH: arch,
    BUILD: build,
    ISO_URL: image.url,
    ISO: assetName(build, image),
    [markerSetting]: marker({ build, flavor, arch, ...markOf(input) }),
  }
  return { flavor, arch, settings }
}

/** Every tree names its installer `boot.iso`. Without a unique name openQA would reuse last night's file. */
function assetName(build: string, { payload, arch, url }: MashImage): string {
  const file = url.split('/').at(-1) ?? ''
  return file === 'boot.iso' ? `${build}_${payload}_${arch}_boot.iso` : `${build}_${file}`
}
