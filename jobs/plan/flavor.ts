import type { Image } from '../../compose/images/image.ts'

/**
 * FLAVOR in Fedora's openQA templates: subvariant, type and format joined by dashes. Dashes inside a part
 * become underscores (`Server-dvd-iso`, `Minimal-raw_xz-raw.xz`).
 */
export function flavorOf({
  subvariant,
  type,
  format,
}: Pick<Image, 'subvariant' | 'type' | 'format'>): string {
  return [subvariant, type, format].map((part) => part.replaceAll('-', '_')).join('-')
}

/** Whether a flavor is one of a list, in any letter case. No list has them all. */
export function isAmong(flavors: readonly string[] | undefined, flavor: string): boolean {
  const name = flavor.toLowerCase()
  return flavors === undefined || flavors.some((each) => each.toLowerCase() === name)
}
