import type { Image } from '../../../compose/images/image.ts'

/** An ISO image from its name: `Server dvd x86_64`. */
export function isoImage(name: string, more: Partial<Image> = {}): Image {
  const [subvariant = '', type = '', arch = ''] = name.split(' ')
  return {
    subvariant,
    type,
    arch,
    format: 'iso',
    variant: '',
    path: `${name}.iso`,
    size: 1000,
    disc: 1,
    ...more,
  }
}
