import * as fc from 'fast-check'
import type { Packages } from '../../../compose/packages/package-changes.ts'

const piece = fc.constantFrom('0', '1', '01', '2', '10', 'a', 'b', 'rc', '.', '_', '~', '^')

/** Versions from few pieces, so that many are equal or almost. */
export const anyVersion: fc.Arbitrary<string> = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''))

/** Builds that differ in one or more of epoch, version and release. */
export const anyEvr: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '1:', '2:', '10:'), anyVersion, anyVersion)
  .map(([epoch, version, release]) => `${epoch}${version || '0'}-${release || '0'}`)

const anyName = fc.constantFrom('bash', 'glibc', 'kernel', 'mutter', 'systemd', 'toString', '__proto__')

/** A few packages with few names. */
export const anyPackages: fc.Arbitrary<Packages> = fc
  .array(fc.tuple(anyName, anyEvr), { maxLength: 8 })
  .map((entries) => new Map(entries))
