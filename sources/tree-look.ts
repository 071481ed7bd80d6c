import { createHash } from 'node:crypto'
import type { ComposeId } from '../compose/naming/compose-id.ts'
import { Garbled } from '../compose/garbled.ts'
import type { Image } from '../compose/images/image.ts'
import { parseImagesOf } from '../compose/images/images-json.ts'
import { metadataUrl } from '../compose/places/location.ts'
import type { MetadataLook, StatusLook } from '../compose/readiness/observation.ts'
import { isFailure } from '../clients/failure.ts'
import type { ComposeSource } from './compose-tools.ts'
import { noAnswer } from './no-answer.ts'
import { readStatus } from './read-status.ts'

/** What `STATUS` says. */
export async function lookAtStatus(source: ComposeSource, id: ComposeId): Promise<StatusLook> {
  try {
    const status = await readStatus(source, id)
    return status === null ? { kind: 'absent' } : { kind: 'said', status }
  } catch (error) {
    return noAnswer(error)
  }
}

/** Whether `images.json` exists and belongs to this compose, and the images it lists. */
export async function lookAtMetadata(
  source: ComposeSource,
  id: ComposeId,
  before: string | null,
): Promise<{ metadata: MetadataLook; images: readonly Image[] }> {
  try {
    const { text, ageMs } = await source.tree.readAged(metadataUrl(id, source.sites, 'images.json'))
    const { images } = parseImagesOf(id, text)
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const age = ageMs === null ? {} : { ageMs }
    return { metadata: { kind: 'read', images: images.length, digest, before, ...age }, images }
  } catch (error) {
    return { metadata: noMetadata(error), images: [] }
  }
}

function noMetadata(error: unknown): MetadataLook {
  if (error instanceof Garbled) return { kind: 'garbled', why: error.message }
  return isFailure(error, 'absent') ? { kind: 'absent' } : noAnswer(error)
}
