import { composeArch } from './arch.ts'
import type { Image } from './image.ts'

/** Which images are wanted. A list that is absent or empty accepts all images. */
export interface ImageFilter {
  readonly arches?: readonly string[]
  readonly types?: readonly string[]
  readonly subvariants?: readonly string[]
  /** Words that the path must contain. Letter case does not matter. */
  readonly terms?: readonly string[]
  /** Whether a path must contain all terms (the default) or any of them. */
  readonly termsMatch?: 'all' | 'any'
}

/**
 * The images that match every list of a filter, in their order. Letter case, `-` instead of `_`, and other
 * names of an arch do not matter.
 */
export function filterImages(images: readonly Image[], filter: ImageFilter): readonly Image[] {
  const arches = oneOf(filter.arches, composeArch)
  const types = oneOf(filter.types, plainType)
  const subvariants = oneOf(filter.subvariants, plainWord)
  const searched = search(filter.terms, filter.termsMatch)
  return images.filter(
    ({ arch, type, subvariant, path }) =>
      arches(arch) && types(type) && subvariants(subvariant) && searched(path),
  )
}

/** Splits a list from the command line: `x86_64,aarch64`. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

type Wanted = (word: string) => boolean

function oneOf(wanted: readonly string[] = [], plain: (word: string) => string): Wanted {
  if (wanted.length === 0) return () => true
  const words = new Set(wanted.map(plain))
  return (word) => words.has(plain(word))
}

function search(terms: readonly string[] = [], match: 'all' | 'any' = 'all'): Wanted {
  if (terms.length === 0) return () => true
  const words = terms.map((term) => term.toLowerCase())
  return (path) => {
    const text = path.toLowerCase()
    return match === 'all'
      ? words.every((word) => text.includes(word))
      : words.some((word) => text.includes(word))
  }
}

/** productmd's type of a network installer is `boot`. File names and most people say `netinst`. */
function plainType(type: string): string {
  const word = plainWord(type)
  return word === 'netinst' ? 'boot' : word
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('-', '_')
}
