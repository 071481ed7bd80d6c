import { readCoreosUrl, type CoreosBuild } from '../../../compose/coreos/coreos-build.ts'

export const base = 'https://builds.coreos.fedoraproject.org/prod/streams'
export const place = 'rawhide/builds/36.20211123.91.0/x86_64'

/** The build of fedora_openqa's own test. */
export const build = buildAt(place)

export function buildAt(path: string): CoreosBuild {
  const read = readCoreosUrl(`${base}/${path}`, base)
  if (read) return read
  throw new Error(`no build is at ${path}`)
}

/** Images in the usual form: `<name>` with what follows `fedora-coreos-<build>-` and a size, or without. */
const usual = {
  ostree: ['ostree.x86_64.ociarchive', 662_149_120],
  qemu: ['qemu.x86_64.qcow2.xz', 475_755_272],
  metal4k: ['metal4k.x86_64.raw.xz', 476_843_400],
  'live-iso': ['live.x86_64.iso', null],
  'live-kernel': ['live-kernel-x86_64', null],
  aws: ['aws.x86_64.vmdk.xz', 702_342_320],
} as const

export const usualImages = Object.fromEntries(
  Object.entries(usual).map(([name, [rest, size]]) => {
    const path = `fedora-coreos-${build.id}-${rest}`
    return [name, { path, sha256: '0'.repeat(64), ...(size !== null && { size }) }]
  }),
)

/** The `meta.json` of the build with these members of `images`. */
export function metaJson(images: unknown = usualImages, otherwise: object = {}): string {
  const { id, arch } = build
  return JSON.stringify({ buildid: id, 'coreos-assembler.basearch': arch, images, ...otherwise })
}
