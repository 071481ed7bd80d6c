import type { LocatedImage } from '../../compose/expected/opened-compose.ts'

/** An image as commands print it with `--json`. */
export interface PrintedImage {
  readonly subvariant: string
  readonly type: string
  readonly format: string
  readonly arch: string
  readonly variant: string
  readonly path: string
  readonly url: string
  /** Bytes; 0 if it is not known. */
  readonly size: number
}

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
