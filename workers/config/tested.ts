import { z } from 'zod'

const arch = z.string().regex(/^\w+$/, 'expected one arch such as "x86_64"')

/** The arches whose images are tested. */
export const arches = z.array(arch).min(1, 'expected at least one arch')

/** A test that must pass. */
export const test = z
  .string()
  .regex(/^\S+ \S+ \S+ \S+$/, 'expected "TEST FLAVOR ARCH MACHINE", each a word that may hold *')

/** An image that must be there. */
export const image = z.string().regex(/^\S+ \S+ \S+$/, 'expected an image such as "KDE live x86_64"')
