import { composeArch, isArch } from './arch.ts'
import { imageSuffix, type ImageSuffix } from './image-suffix.ts'
import type { Image } from './image.ts'
import { subvariantOf } from './subvariant.ts'

/** What the path of an image says: all but its size. If it says too little, `why` names what is unclear. */
export type NamedImage =
  | ({ readonly kind: 'image' } & Omit<Image, 'size'>)
  | { readonly kind: 'unknown'; readonly path: string; readonly why: string }

/**
 * Words of a file name outside the subvariant: prefixes, versions, milestones, dates, commits, disk names.
 */
const otherWords =
  /^(?:fedora|fc?\d*|yarrow|\d[\w.]*|[\da-f]{10,}|rawhide(?:[._].*)?|branched|alpha|beta|final|[rt]c\d*|respin\d*|smoke\d+|sda\d?|vfat|)$/i

/**
 * Words of a file name that name the kind of an ISO, with productmd's type for each. If several rows match,
 * the last one counts.
 */
const isoTypes: readonly (readonly [RegExp, string])[] = [
  [/^live(?:cd)?$/i, 'live'],
  [/^osb$/, 'live-osbuild'],
  [/^(?:netinst|boot)$/, 'boot'],
  [/^dvd$/i, 'dvd'],
  [/^disc\d$/, 'cd'],
  [/^rescuecd$/, 'rescue'],
  [/^provisioner$/, 'provisioner'],
  [/^ostree$/, 'dvd-ostree'],
]

/** The first release with the types `container` and `bootable-container`. */
const renamedIn = 42

/**
 * Reads subvariant, type, format, arch and disc from a path of a mirror. It knows the image names that Fedora
 * has used since Core 1. The types are productmd's: `netinst` is `boot`, `disc1` is `cd`, a `.vhd` is `vpc`.
 * Unknown words become the subvariant.
 */
export function identifyImage(path: string): NamedImage {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  const suffix = imageSuffix(name)
  if (suffix === null) return unknown(path, 'the name does not end like an image')
  if (!/^(?:Fedora[-.]|FC?-?\d|F-|yarrow-|boot\.iso$|rescuecd\.iso$|\d+-Fedora-)/.test(name)) {
    return unknown(path, 'the name does not begin like an image of Fedora')
  }
  const several = severalIn(name)
  if (several !== null) {
    const variant = folders.at(-1) ?? ''
    return {
      kind: 'image',
      subvariant: 'Multi',
      type: several,
      format: 'iso',
      arch: '',
      variant,
      path,
      disc: 1,
    }
  }
  const words = wordsOf(name.slice(0, -suffix.suffix.length))
  const arch = words.findLast(isArch) ?? folders.findLast(isArch)
  if (arch === undefined) return unknown(path, 'neither the name nor a folder has an arch')
  const type = suffix.type ?? typeOf(words, suffix)
  if (type === null) return unknown(path, `the name does not say what kind of ${suffix.format} it is`)
  const variant = variantOf(folders)
  return {
    kind: 'image',
    subvariant: words.length === 1 ? treeName(variant) : named(words, type),
    type,
    format: suffix.format,
    arch: composeArch(arch),
    variant,
    path,
    disc: discOf(words),
  }
}

/** fedfind's type of an ISO with several images, which has no arch. Null for any other name. */
function severalIn(name: string): string | null {
  const what = /^Fedora-\d+-Multi-(Desktop|Install|Boot)\.iso$/.exec(name)?.[1]
  if (what === undefined) return null
  return what === 'Boot' ? 'boot' : `multi-${what.toLowerCase()}`
}

function wordsOf(stem: string): readonly string[] {
  const parts = stem.split('-')
  return parts.flatMap((part) => {
    const dotted = part.split('.')
    const arch = dotted.findLast(isArch)
    return arch === undefined ? [part] : [dotted.filter((word) => word !== arch).join('.'), arch]
  })
}

function typeOf(words: readonly string[], { format, suffix }: ImageSuffix): string | null {
  if (format === 'iso') return isoType(words)
  if (format === 'ociarchive') return releaseOf(words) < renamedIn ? 'ociarchive' : 'bootable-container'
  if (suffix === '.oci.tar.xz') return releaseOf(words) < renamedIn ? 'docker' : 'container'
  if (words.some((word) => /^(?:Docker|Container|WSL)$/.test(word))) return 'docker'
  return format === 'tar.gz' ? 'tar-gz' : 'tar-xz'
}

function isoType(words: readonly string[]): string | null {
  const said = isoTypes.findLast(([shape]) => words.some((word) => shape.test(word)))?.[1]
  // The ostree installer of 25 Beta had the name of a DVD, and Workstation never had one.
  if (said === 'dvd' && words.includes('Workstation')) return 'dvd-ostree'
  if (said !== 'live' && words.some((word) => /^(?:Cloud_)?Atomic$/.test(word))) return 'dvd-ostree'
  return said ?? (isRespin(words) ? 'live' : null)
}

/** Early respins such as `F24-x86_64-WORK-20161120.iso` are live images, but their names do not say so. */
function isRespin([first = '', ...rest]: readonly string[]): boolean {
  return /^F\d+$/.test(first) && !rest.includes('source')
}

/** The release in a name. 99 for Rawhide and for names without a release. */
function releaseOf(words: readonly string[]): number {
  const number = words
    .map((word) => /^(\d{1,2})(?:[._]|$)/.exec(word)?.[1])
    .find((found) => found !== undefined)
  return Number(number ?? 99)
}

function named(words: readonly string[], type: string): string {
  const own = words.filter(
    (word) => !otherWords.test(word) && !isArch(word) && !isoTypes.some(([shape]) => shape.test(word)),
  )
  const subvariant = own.length === 0 ? nameless(type) : subvariantOf(own.join('-'))
  return words.includes('VFAT') ? `${subvariant}_VFAT` : subvariant
}

/** The subvariant of an image without one in its name, as before Fedora 21. */
function nameless(type: string): string {
  if (type === 'live') return 'Desktop'
  return type === 'raw-xz' || type === 'qcow2' ? 'Cloud_Base' : 'Generic'
}

/**
 * The subvariant of `<variant>/<arch>/os/images/boot.iso`. Trees without variants have `Generic`: those
 * before 21, and nightlies of 2015.
 */
function treeName(variant: string): string {
  return /^(?:|Fedora|\d+|rawhide|development)$/.test(variant) ? 'Generic' : variant
}

/**
 * The variant in a path. A finished tree has `<variant>/<arch>`, Pungi's work tree `work/<arch>/<variant>`.
 */
function variantOf(folders: readonly string[]): string {
  const arch = folders.findLastIndex(isArch)
  const before = folders[arch - 1] ?? ''
  return before === 'work' ? (folders[arch + 1] ?? '') : before
}

function discOf(words: readonly string[]): number {
  return Number(words.map((word) => /^disc(\d)$/.exec(word)?.[1]).find((found) => found !== undefined) ?? 1)
}

function unknown(path: string, why: string): NamedImage {
  return { kind: 'unknown', path, why }
}
