import type { Image } from '../../compose/images/image.ts'

/**
 * FLAVOR as Fedora's openQA templates name it: subvariant, type and format joined by dashes, with dashes
 * inside a part written as underscores (`Server-dvd-iso`, `Minimal-raw_xz-raw.xz`).
 */
export function flavorOf({
  subvariant,
  type,
  format,
}: Pick<Image, 'subvariant' | 'type' | 'format'>): string {
  return [subvariant, type, format].map((part) => part.replaceAll('-', '_')).join('-')
}
