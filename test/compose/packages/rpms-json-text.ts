import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { readSourcePackages, type SourcePackages } from '../../../compose/packages/rpms-json.ts'

/** The compose whose file it is. */
export const id = parseComposeId('Fedora-Rawhide-20310301.n.0')
/** The members of a file besides its packages. */
export const header = { type: 'productmd.rpms', version: '1.2' }
export const compose = { date: '20310301', id: 'Fedora-Rawhide-20310301.n.0', respin: 0, type: 'nightly' }
const entry = { path: 'Everything/source/tree/Packages/b/x.src.rpm', sigkey: 'f5', category: 'source' }

/** The text of a file with this `payload.rpms`. */
export function documentOf(rpms: unknown): string {
  return JSON.stringify({ header, payload: { compose, rpms } }, null, 4)
}

/** An arch with these source packages. */
export function arch(...nevras: readonly string[]): unknown {
  return Object.fromEntries(nevras.map((nevra) => [nevra, { [nevra]: entry }]))
}

/** Reads a text that arrives in pieces of a size. */
export function read(text: string, size = 65_536): Promise<SourcePackages> {
  async function* pieces() {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return readSourcePackages(id, pieces())
}
