import { composeArch } from './arch.ts'
import type { Image } from './image.ts'

/** Which images are wanted; an absent or empty list means all. */
export interface ImageFilter {
  readonly arches?: readonly string[]
  readonly types?: readonly string[]
  readonly subvariants?: readonly string[]
  /** Words to be found in the path, in any case. */
  readonly terms?: readonly string[]
  /** Whether a path must hold all of the terms, which is so where it is not said, or any of them. */
  readonly termsMatch?: 'all' | 'any'
}

/**
 * The images that fit every list of a filter, in their order. Case, `-` for `_` and other names of an arch do
 * not matter.
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

/** A list as the command line has it: `x86_64,aarch64`. */
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

/** productmd calls network installers `boot`; their files and most people say `netinst`. */
function plainType(type: string): string {
  const word = plainWord(type)
  return word === 'netinst' ? 'boot' : word
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('-', '_')
}
