import { z } from 'zod'

/** A test that must pass. */
export const test = z
  .string()
  .regex(/^\S+ \S+ \S+ \S+$/, 'expected "TEST FLAVOR ARCH MACHINE", each a word that may hold *')

/** An image that must be there. */
export const image = z.string().regex(/^\S+ \S+ \S+$/, 'expected an image such as "KDE live x86_64"')
