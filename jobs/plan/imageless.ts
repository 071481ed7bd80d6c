import type { Image } from '../../compose/images/image.ts'

/** A flavor whose tests install from the compose's tree, or upgrade to it, instead of booting one of its images. */
export interface Imageless {
  readonly flavor: string
  readonly arches: readonly string[]
  readonly settings: Readonly<Record<'SUBVARIANT' | 'IMAGETYPE', string>>
  readonly why: string
}

/** Fedora's flavors without an image, and the arches that have tests for them. */
const imagelessFlavors: readonly Imageless[] = [
  {
    flavor: 'universal',
    arches: ['x86_64', 'aarch64', 'ppc64le'],
    settings: { SUBVARIANT: 'Server', IMAGETYPE: 'upgrade' },
    why: 'installer tests that say nothing about one image are run once, from the tree; SUBVARIANT is Server by old custom',
  },
  {
    flavor: 'Workstation-upgrade',
    arches: ['x86_64', 'aarch64'],
    settings: { SUBVARIANT: 'Workstation', IMAGETYPE: 'upgrade' },
    why: 'an installed desktop of the last two releases must upgrade to this compose',
  },
]

/** The image-less flavors that a compose can be tested with on an arch: none where it has no generic tree. */
export function imagelessFor(arch: string, images: readonly Image[]): readonly Imageless[] {
  if (!images.some((image) => image.arch === arch && madeWithTree(image))) return []
  return imagelessFlavors.filter(({ arches }) => arches.includes(arch))
}

/** Pungi makes the install tree of an arch and these images in one phase, so one tells of the other. */
function madeWithTree({ subvariant, type }: Image): boolean {
  return ['Server', 'Everything'].includes(subvariant) && ['boot', 'dvd'].includes(type)
}
