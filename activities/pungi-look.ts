import { createHash } from 'node:crypto'
import { formatComposeId, type ComposeId } from '../compose/compose-id.ts'
import { judgeCompleteness, type PungiObservation } from '../compose/completeness.ts'
import { Garbled } from '../compose/garbled.ts'
import type { Image } from '../compose/image.ts'
import { parseImages } from '../compose/images-json.ts'
import { metadataUrl, statusUrl } from '../compose/location.ts'
import type { MetadataLook, StatusLook } from '../compose/observation.ts'
import { isFailure } from '../clients/failure.ts'
import { lookAtKoji } from './koji-look.ts'
import { lookAtMirror } from './mirror-look.ts'
import { noAnswer } from './no-answer.ts'
import type { Tools } from './tools.ts'

/**
 * One look at a compose of Pungi: STATUS and images.json always; Koji and the mirror, which cost more, once STATUS
 * says that it is finished. `before` is the digest of images.json at the look before.
 */
export async function lookAtPungi(
  tools: Tools,
  id: ComposeId,
  before: string | null,
): Promise<PungiObservation> {
  const [status, { metadata, images }] = await Promise.all([
    lookAtStatus(tools, id),
    lookAtMetadata(tools, id, before),
  ])
  const unasked = { kind: 'unasked', why: 'STATUS comes first' } as const
  const cheap: PungiObservation = { kind: 'pungi', status, metadata, koji: unasked, mirror: unasked }
  const finished = judgeCompleteness(cheap).findings.some(
    (each) => each.condition === 'status' && each.kind === 'met',
  )
  if (!finished) return cheap
  const [koji, mirror] = await Promise.all([lookAtKoji(tools, id), lookAtMirror(tools, id, images)])
  return { ...cheap, koji, mirror }
}

async function lookAtStatus({ tree, places }: Tools, id: ComposeId): Promise<StatusLook> {
  try {
    return { kind: 'said', status: (await tree.read(statusUrl(id, places.composes))).trim() }
  } catch (error) {
    return isFailure(error, 'absent') ? { kind: 'absent' } : noAnswer(error)
  }
}

async function lookAtMetadata(
  { tree, places }: Tools,
  id: ComposeId,
  before: string | null,
): Promise<{ metadata: MetadataLook; images: readonly Image[] }> {
  try {
    const text = await tree.read(metadataUrl(id, places.composes, 'images.json'))
    const manifest = parseImages(text)
    if (manifest.composeId !== formatComposeId(id)) {
      throw new Garbled(`the images.json of ${formatComposeId(id)}`, `that of ${manifest.composeId}`)
    }
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const metadata = { kind: 'read', images: manifest.images.length, digest, before } as const
    return { metadata, images: manifest.images }
  } catch (error) {
    return { metadata: noMetadata(error), images: [] }
  }
}

function noMetadata(error: unknown): MetadataLook {
  if (error instanceof Garbled) return { kind: 'garbled', why: error.message }
  return isFailure(error, 'absent') ? { kind: 'absent' } : noAnswer(error)
}
