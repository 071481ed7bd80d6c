import type { Image } from '../../compose/images/image.ts'

const compressed = /\.(?:xz|gz|bz2|zst)$/

/**
 * The setting that makes openQA download an image. Installers boot as a disc. Disk images become the second
 * disk, as Fedora's tests expect; openQA unpacks compressed ones.
 */
export function assetSetting({
  format,
}: Pick<Image, 'format'>): 'ISO_URL' | 'HDD_2_URL' | 'HDD_2_DECOMPRESS_URL' {
  if (format === 'iso') return 'ISO_URL'
  return compressed.test(`.${format}`) ? 'HDD_2_DECOMPRESS_URL' : 'HDD_2_URL'
}
