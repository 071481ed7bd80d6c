import { formatEvr, type Evr } from './version.ts'

/** A package's name and its build. */
export interface NamedBuild {
  readonly name: string
  readonly evr: Evr
}

const longest = 300
/** RPM allows a few more characters in names, which no package of Fedora has. */
const nameShape = /^[\w.+-]+$/
const versionShape = /^[\w.+~^]+$/
const epochShape = /^\d{1,10}$/

/** Reads a source package as productmd names it, `bash-0:5.2.26-3.fc40.src`. Null if it is not one. */
export function readSourceNevra(nevra: string): NamedBuild | null {
  const parts = /^([^:]+)-(?:(\d+):)?([^-:]+)-([^-:]+)\.(?:src|nosrc)$/.exec(nevra)
  if (parts === null) return null
  const [, name = '', epoch = '0', version = '', release = ''] = parts
  return namedBuild(name, epoch, version, release)
}

/** A name with its build. Null if a part has characters that are in no package of Fedora, or is too long. */
export function namedBuild(name: string, epoch: string, version: string, release: string): NamedBuild | null {
  if (name.length + version.length + release.length > longest) return null
  if (!nameShape.test(name) || !epochShape.test(epoch)) return null
  if (!versionShape.test(version) || !versionShape.test(release)) return null
  return { name, evr: formatEvr(epoch, version, release) }
}
