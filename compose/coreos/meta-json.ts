import { z } from 'zod'
import { Garbled } from '../garbled.ts'
import type { Image } from '../images/image.ts'
import { quoted } from '../quoted.ts'
import { members, readJson } from '../read-json.ts'
import { coreosName, liveIso, type CoreosBuild } from './coreos-build.ts'

/** It becomes part of a URL: a name without slashes and signs of its own meaning there. */
const fileName = z
  .string()
  .regex(/^[A-Za-z\d][\w.+-]{0,199}$/, { error: ({ input }) => `${quoted(String(input))} is no file name` })

const file = z.object({ path: fileName, size: z.number().nonnegative().nullish() })

/** Some members are no files: a container in a registry has a digest in the place of a path. */
const imageEntry = z
  .unknown()
  .transform((value) => (typeof value === 'object' && value !== null && 'path' in value ? value : null))
  .pipe(file.nullable())

const metaFile = z.object({
  buildid: z.string(),
  'coreos-assembler.basearch': z.string(),
  images: members(imageEntry).nullish(),
})

/**
 * The images of a build by its `meta.json`: those that have a path.
 * @throws Garbled if the file is of another build or no such file, or a path could leave the folder.
 */
export function parseMetaJson(build: CoreosBuild, text: string): readonly Image[] {
  const expected = `the meta.json of ${coreosName(build)} for ${build.arch}`
  const { buildid, 'coreos-assembler.basearch': arch, images } = readJson(expected, metaFile, text)
  if (buildid !== build.id || arch !== build.arch)
    throw new Garbled(expected, `that of ${quoted(buildid)} for ${quoted(arch)}`)
  return Object.entries(images ?? {}).flatMap(([name, entry]) => {
    return entry === null ? [] : [imageOf(name, entry, arch)]
  })
}

function imageOf(name: string, { path, size }: z.output<typeof file>, arch: string): Image {
  return {
    subvariant: 'CoreOS',
    type: name === liveIso.name ? liveIso.type : name,
    format: formatOf(path, arch),
    arch,
    variant: 'CoreOS',
    path,
    size: size ?? 0,
    disc: 1,
  }
}

/** What follows the arch in the name: `qcow2.xz`. A kernel has nothing there. */
function formatOf(path: string, arch: string): string {
  const [, format = ''] = path.split(`${arch}.`)
  return format
}
