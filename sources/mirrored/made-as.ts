import type { ComposeId } from '../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { labelInNames } from '../../compose/naming/file-label.ts'
import { formatLabel } from '../../compose/naming/label.ts'
import { archivedMetadataUrl } from '../../compose/places/metadata-archive.ts'
import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { isFailure } from '../../clients/failure.ts'
import type { Image } from '../../compose/images/image.ts'
import { metadataArchive, type ComposeSource } from '../compose-tools.ts'
import { stagedIdIfAny } from './staged-id.ts'

/** The compose that became a release, and the images with what its metadata says of them. */
export interface MadeAs {
  readonly label: string | null
  /** Null if no series has the label. */
  readonly id: ComposeId | null
  readonly images: readonly LocatedImage[]
}

/**
 * Which compose the images of a release or milestone come from. The mirrors have no metadata of it, but the
 * names of images have its label, the series has the id of the label, and the archive has its metadata.
 * @throws ClientFailure if a server does not answer.
 */
export async function madeAs(
  source: ComposeSource,
  ref: ComposeRef,
  images: readonly LocatedImage[],
): Promise<MadeAs> {
  const label = labelInNames(
    ref,
    images.map(({ path }) => fileName(path)),
  )
  if (label === null || !('release' in ref)) return { label: null, id: null, images }
  const id = await stagedIdIfAny(source, { kind: 'staged', release: ref.release, label })
  const known = id === null ? [] : await archivedImages(source, id)
  return { label: formatLabel(label), id, images: withMetadata(images, known) }
}

/** The images of a finished compose; none if the archive does not have it. */
async function archivedImages(source: ComposeSource, id: ComposeId): Promise<readonly Image[]> {
  try {
    const text = await source.tree.read(archivedMetadataUrl(id, metadataArchive(source), 'images.json'))
    const { parseImagesOf } = await import('../../compose/images/images-json.ts')
    return parseImagesOf(id, text).images
  } catch (error) {
    if (isFailure(error, 'absent')) return []
    throw error
  }
}

/**
 * Images on the mirrors are the same files under other paths. If two have one name and arch, it is not known
 * which is which.
 */
function withMetadata(images: readonly LocatedImage[], known: readonly Image[]): readonly LocatedImage[] {
  const there = Map.groupBy(known, fileOf)
  const here = Map.groupBy(images, fileOf)
  return images.map((image) => {
    const [match, ...more] = there.get(fileOf(image)) ?? []
    if (match === undefined || more.length > 0 || here.get(fileOf(image))?.length !== 1) return image
    const { subvariant, type, format, disc, size } = match
    return { ...image, subvariant, type, format, disc, size: image.size || size }
  })
}

function fileOf({ path, arch }: Image): string {
  return `${fileName(path)} ${arch}`
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
