import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import type { PrintedImage } from '../forms/image.ts'

/** An image as a row of JSON. */
export function imageRow({
  subvariant,
  type,
  format,
  arch,
  variant,
  path,
  url,
  size,
}: LocatedImage): PrintedImage {
  return { subvariant, type, format, arch, variant, path, url, size }
}

/** A size for people: `2.3 GiB`, `-` if it is not known. */
export function sizeInWords(bytes: number): string {
  if (bytes <= 0) return '-'
  const mebibytes = bytes / 2 ** 20
  return mebibytes < 1000 ? `${Math.round(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`
}
