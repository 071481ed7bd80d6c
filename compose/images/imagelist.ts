import { Garbled } from '../garbled.ts'
import { pageNamed } from '../quoted.ts'
import { identifyImage } from './image-name.ts'
import { pathFault } from './image-path.ts'
import type { Image } from './image.ts'

/** A line that does not identify an image, and why. */
export interface UnknownImage {
  readonly path: string
  readonly why: string
}

/** The content of a mirror's image list. */
export interface ImageList {
  /** `size` is 0 if the list does not say. Most lists do not. */
  readonly images: readonly Image[]
  readonly unknown: readonly UnknownImage[]
}

/**
 * Reads `imagelist-fedora` and similar lists. A line is `./path` or `<bytes> ./path`.
 * With `below`, it keeps only files in that folder (`linux/releases/43/`). Their paths begin after it.
 * @throws Garbled if no line has that form, for example in an error page.
 */
export function parseImageList(text: string, below = ''): ImageList {
  const lines = text.split('\n').filter((line) => line !== '')
  const files = lines.map(listedFile)
  const first = lines[0]
  if (first !== undefined && files.every((file) => file === null)) {
    const arrived = pageNamed(text) ?? JSON.stringify(first.slice(0, 80))
    throw new Garbled('an image list (./path or <bytes> ./path a line)', arrived)
  }
  const images: Image[] = []
  const unknown: UnknownImage[] = []
  for (const [index, file] of files.entries()) {
    if (file === null) unknown.push({ path: lines[index] ?? '', why: 'not a line of an image list' })
    else if (file.path.startsWith(below)) {
      const image = imageOfFile(file.path.slice(below.length), file.size)
      if ('why' in image) unknown.push(image)
      else images.push(image)
    }
  }
  return { images, unknown }
}

/** Identifies the image at a path of a mirror. Its size comes from the list. */
function imageOfFile(path: string, size: number): Image | UnknownImage {
  const fault = pathFault(path)
  if (fault !== null) return { path, why: `the path ${fault}` }
  const named = identifyImage(path)
  if (named.kind === 'unknown') return { path, why: named.why }
  const { kind: _kind, ...image } = named
  return { ...image, size }
}

function listedFile(line: string): { readonly path: string; readonly size: number } | null {
  const [, size, path] = /^(?:(\d+) )?\.\/(.+)$/.exec(line) ?? []
  return path === undefined ? null : { path, size: Number(size ?? 0) }
}
