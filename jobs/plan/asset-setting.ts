import type { Image } from '../../compose/images/image.ts'

const compressed = /\.(?:xz|gz|bz2|zst)$/

/**
 * The setting that makes openQA download an image: installers are booted as a disc, disk images become the
 * second disk, as Fedora's tests expect, and are unpacked by openQA where they are compressed.
 */
export function assetSetting({
  format,
}: Pick<Image, 'format'>): 'ISO_URL' | 'HDD_2_URL' | 'HDD_2_DECOMPRESS_URL' {
  if (format === 'iso') return 'ISO_URL'
  return compressed.test(`.${format}`) ? 'HDD_2_DECOMPRESS_URL' : 'HDD_2_URL'
}
