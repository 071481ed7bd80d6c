import type { Image } from '../../compose/images/image.ts'

/** An image of a made-up Rawhide nightly, from its name: `Server dvd iso x86_64`. */
export function image(name: string, changes: Partial<Image> = {}): Image {
  const [subvariant = '', type = '', format = '', arch = ''] = name.split(' ')
  const file = `Fedora-${subvariant}-${type}-${arch}-Rawhide-20261124.n.0.${format}`
  const variant = subvariant.split('_')[0] ?? ''
  const path = `${variant}/${arch}/${format === 'iso' ? 'iso' : 'images'}/${file}`
  return { subvariant, type, format, arch, variant, path, size: 1_000_000, disc: 1, ...changes }
}

/** A small nightly: every way an image reaches openQA, some that are not tested, in no particular order. */
export const nightlyImages: readonly Image[] = [
  image('Xfce live iso x86_64'),
  image('Cloud_Base qcow2 qcow2 x86_64'),
  image('Container_Toolbox container tar.xz x86_64'),
  image('Workstation live iso x86_64'),
  image('Silverblue dvd-ostree iso x86_64'),
  image('Server boot iso aarch64'),
  image('Server dvd iso x86_64'),
  image('Minimal raw-xz raw.xz aarch64'),
  image('Server boot iso s390x'),
  image('Cloud_Base raw-xz raw.xz x86_64'),
]
