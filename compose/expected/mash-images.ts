import { identifyImage } from '../images/image-name.ts'
import { imageIdentity, type Image } from '../images/image.ts'
import { locate, type LocatedImage } from './opened-compose.ts'
import { taskFilePath } from '../places/task-file.ts'
import { bootImagePath } from '../places/tree-files.ts'

/** The names of the files that one Koji task made. */
export interface TaskOutput {
  readonly task: number
  readonly names: readonly string[]
}

/** The parts of a nightly of 2015. Its boot images are in its tree, all other images in Koji's file store. */
export interface MashParts {
  readonly tree: string
  /** Arches with a boot image in the tree. */
  readonly booting: readonly string[]
  /** The URL of Koji's file store. */
  readonly files: string
  readonly outputs: readonly TaskOutput[]
}

/** All images of a nightly of 2015. If two tasks made the same image in two runs, the later task counts. */
export function mashImages({ tree, booting, files, outputs }: MashParts): readonly LocatedImage[] {
  const boot = booting.flatMap((arch) => imagesAt([bootImagePath(arch)]))
  const made = outputs
    .toSorted((a, b) => a.task - b.task)
    .flatMap(({ task, names }) => imagesAt(names, (name) => taskFilePath(task, name)))
  const latest = new Map(made.map((image) => [`${imageIdentity(image)} ${image.format}`, image]))
  return [...locate(tree, boot), ...locate(files, [...latest.values()])]
}

/** The images among some files. Logs and checksums are ignored. A file name says everything but the size. */
function imagesAt(names: readonly string[], pathOf = (name: string) => name): readonly Image[] {
  return names.flatMap((name) => {
    const read = identifyImage(name)
    if (read.kind === 'unknown') return []
    const { subvariant, type, format, arch, variant, disc } = read
    return [{ subvariant, type, format, arch, variant, path: pathOf(name), size: 0, disc }]
  })
}
