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
