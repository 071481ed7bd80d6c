import { z } from 'zod'
import { textLike } from './tables/text-like.ts'

const arch = textLike(/^\w+$/, 'expected one arch such as "x86_64"')

/** The arches whose images are tested. */
export const arches = z.array(arch).min(1, 'expected at least one arch')

/** A test that must pass. */
export const test = textLike(
  /^\S+ \S+ \S+ \S+$/,
  'expected "TEST FLAVOR ARCH MACHINE", each a word that may hold *',
)

/** An image that must be there. */
export const image = textLike(/^\S+ \S+ \S+$/, 'expected an image such as "KDE live x86_64"')
