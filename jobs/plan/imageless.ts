import type { Image } from '../../compose/images/image.ts'
import { isAmong } from './flavor.ts'

/** A flavor whose tests boot no image: they install from the compose's tree, or upgrade to the compose. */
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
    why: 'installer tests that do not depend on an image run once, from the tree; SUBVARIANT is Server by convention',
  },
  {
    flavor: 'Workstation-upgrade',
    arches: ['x86_64', 'aarch64'],
    settings: { SUBVARIANT: 'Workstation', IMAGETYPE: 'upgrade' },
    why: 'an installed desktop of the last two releases must upgrade to this compose',
  },
]

/**
 * The flavors without an image for an arch. As with Fedora's scheduler, every arch that has such tests gets
 * them if the compose has a generic install tree: the arch need not have an installer of its own.
 */
export function imagelessFor(arch: string, images: readonly Image[]): readonly Imageless[] {
  return images.some(madeWithTree) ? imagelessFlavors.filter(({ arches }) => arches.includes(arch)) : []
}

/** Whether nothing but flavors without an image is asked for. */
export function onlyImageless(flavors: readonly string[] = []): boolean {
  const names = imagelessFlavors.map(({ flavor }) => flavor)
  return flavors.length > 0 && flavors.every((flavor) => isAmong(names, flavor))
}

/** Pungi makes the generic install tree and these images in one phase, so both exist or neither. */
function madeWithTree({ subvariant, type }: Image): boolean {
  return ['Server', 'Everything'].includes(subvariant) && ['boot', 'dvd'].includes(type)
}
