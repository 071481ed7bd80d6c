import { createHash } from 'node:crypto'
import { formatComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { Garbled } from '../compose/garbled.ts'
import type { Image } from '../compose/images/image.ts'
import { parseImages } from '../compose/images/images-json.ts'
import { metadataUrl, statusUrl } from '../compose/places/location.ts'
import type { MetadataLook, StatusLook } from '../compose/readiness/observation.ts'
import { isFailure } from '../clients/failure.ts'
import { noAnswer } from './no-answer.ts'
import type { ComposeTools } from './compose-tools.ts'

/** What the compose tree is looked at with. */
export type TreeTools = Pick<ComposeTools, 'tree'> & {
  readonly places: Pick<ComposeTools['places'], 'composes'>
}

/** What `STATUS` says. */
export async function lookAtStatus({ tree, places }: TreeTools, id: ComposeId): Promise<StatusLook> {
  try {
    return { kind: 'said', status: (await tree.read(statusUrl(id, places.composes))).trim() }
  } catch (error) {
    return isFailure(error, 'absent') ? { kind: 'absent' } : noAnswer(error)
  }
}

/** Whether `images.json` is there and is this compose's, and the images it lists. */
export async function lookAtMetadata(
  { tree, places }: TreeTools,
  id: ComposeId,
  before: string | null,
): Promise<{ metadata: MetadataLook; images: readonly Image[] }> {
  try {
    const { text, ageMs } = await tree.readAged(metadataUrl(id, places.composes, 'images.json'))
    const manifest = parseImages(text)
    if (manifest.composeId !== formatComposeId(id)) {
      throw new Garbled(`the images.json of ${formatComposeId(id)}`, `that of ${manifest.composeId}`)
    }
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const age = ageMs === null ? {} : { ageMs }
    const metadata = { kind: 'read', images: manifest.images.length, digest, before, ...age } as const
    return { metadata, images: manifest.images }
  } catch (error) {
    return { metadata: noMetadata(error), images: [] }
  }
}

function noMetadata(error: unknown): MetadataLook {
  if (error instanceof Garbled) return { kind: 'garbled', why: error.message }
  return isFailure(error, 'absent') ? { kind: 'absent' } : noAnswer(error)
}
