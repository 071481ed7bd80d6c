import { identifyImage } from '../images/image-name.ts'
import { imageIdentity, type Image } from '../images/image.ts'
import { locate, type LocatedImage } from './opened-compose.ts'
import { taskFilePath } from '../places/task-file.ts'
import { bootImagePath } from '../places/tree-files.ts'

/** Names of the files that one Koji task made. */
export interface TaskOutput {
  readonly task: number
  readonly names: readonly string[]
}

/**
 * What a nightly of 2015 consists of, and where: boot images in its tree, all others in Koji's file store.
 */
export interface MashParts {
  readonly tree: string
  /** Arches whose boot image is there. */
  readonly booting: readonly string[]
  /** URL of Koji's file store. */
  readonly files: string
  readonly outputs: readonly TaskOutput[]
}

/**
 * Every image of a nightly of 2015. What two tasks made, as after a second run, counts once: the later
 * task's.
 */
export function mashImages({ tree, booting, files, outputs }: MashParts): readonly LocatedImage[] {
  const boot = booting.flatMap((arch) => imagesAt([bootImagePath(arch)]))
  const made = outputs
    .toSorted((a, b) => a.task - b.task)
    .flatMap(({ task, names }) => imagesAt(names, (name) => taskFilePath(task, name)))
  const latest = new Map(made.map((image) => [`${imageIdentity(image)} ${image.format}`, image]))
  return [...locate(tree, boot), ...locate(files, [...latest.values()])]
}

/**
 * The images among some files, which tell all but their size by their names; logs and checksums are passed
 * over.
 */
function imagesAt(names: readonly string[], pathOf = (name: string) => name): readonly Image[] {
  return names.flatMap((name) => {
    const read = identifyImage(name)
    if (read.kind === 'unknown') return []
    const { subvariant, type, format, arch, variant, disc } = read
    return [{ subvariant, type, format, arch, variant, path: pathOf(name), size: 0, disc }]
  })
}
