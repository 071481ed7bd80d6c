import { liveIso } from '../../compose/coreos/coreos-build.ts'
import type { Image } from '../../compose/images/image.ts'

/** The fields of an image that a row may ask for. An absent field matches any value. */
export const matchable = ['subvariant', 'type', 'format', 'arch', 'variant'] as const

/** The required fields of an image, with the values of productmd's `images.json`. */
export type Match = Readonly<Partial<Record<(typeof matchable)[number], string>>>

/** One row of the list of images that openQA tests. */
export interface WantedImage {
  readonly match: Match
  readonly why: string
}

/** Whether an image matches a row: every given field is equal. */
export function matches(match: Match, image: Image): boolean {
  return matchable.every((field) => match[field] === undefined || match[field] === image[field])
}

/**
 * The images that Fedora's openQA has tests for, from fedora_openqa's own list, the most important first. A
 * row without a matching image is skipped: `compose/expected/` says which images must exist.
 */
export const wantedByFedora: readonly WantedImage[] = [
  row(
    'Server dvd iso x86_64',
    'the server installer with its packages: the largest set of release-blocking tests',
  ),
  row('Server boot iso x86_64', 'the server network installer must install from the mirrors'),
  row('Everything boot iso x86_64', 'the network installer that any package set is installed from'),
  row('Workstation live iso x86_64', 'the desktop most people install; release-blocking'),
  row(
    'Workstation live-osbuild iso x86_64',
    'the same desktop by the other image builder, while both are made',
  ),
  row('KDE live iso x86_64', 'the second release-blocking desktop'),
  row('i3 live iso x86_64', 'a window manager alone; not release-blocking'),
  row('Silverblue dvd-ostree iso x86_64', 'installs and updates a desktop by ostree instead of packages'),
  row('IoT dvd-ostree iso x86_64', 'in IoT composes only, which are tested for themselves'),
  row('BaseOS dvd iso x86_64', 'in ELN composes only: the installer of the next enterprise release'),
  row('BaseOS boot iso x86_64', 'in ELN composes only'),
  row('Cloud_Base qcow2 qcow2 x86_64', 'boots without an installer; release-blocking'),
  row('Minimal raw-xz raw.xz aarch64', 'the disk image for small boards'),
  row('Server dvd iso aarch64', 'release-blocking'),
  row('Server boot iso aarch64', 'release-blocking'),
  row('Server raw-xz raw.xz aarch64', 'the server for boards without an installer'),
  row('Workstation raw-xz raw.xz aarch64', 'the desktop for boards, release-blocking'),
  row('Cloud_Base qcow2 qcow2 aarch64', 'boots without an installer; release-blocking'),
  row('IoT dvd-ostree iso aarch64', 'in IoT composes only'),
  row('Everything boot iso ppc64le', 'the network installer; ppc64le blocks nothing'),
  row('Workstation live iso ppc64le', 'the only desktop of this arch'),
  row('Server dvd iso ppc64le', 'the server installer; ppc64le blocks nothing'),
  row('Server boot iso ppc64le', 'the server network installer'),
  row('Cloud_Base qcow2 qcow2 ppc64le', 'boots without an installer'),
  row('Silverblue dvd-ostree iso ppc64le', 'the only ostree installer of this arch'),
  row('IoT dvd-ostree iso ppc64le', 'in IoT composes only'),
]

/** The only image of a build of Fedora CoreOS that openQA has tests for. */
export const wantedOfCoreos: readonly WantedImage[] = [
  {
    match: { subvariant: 'CoreOS', type: liveIso.type, format: 'iso' },
    why: 'starts from memory and installs itself',
  },
]

function row(image: string, why: string): WantedImage {
  const [subvariant = '', type = '', format = '', arch = ''] = image.split(' ')
  return { match: { subvariant, type, format, arch }, why }
}
