import type { ComposeId } from '../compose/naming/compose-id.ts'
import { judgeCompleteness, type PungiObservation } from '../compose/readiness/completeness.ts'
import { lookAtKoji } from './koji-look.ts'
import { lookAtMirror } from './mirror-look.ts'
import type { ComposeTools } from './compose-tools.ts'
import { lookAtMetadata, lookAtStatus } from './tree-look.ts'

/**
 * One look at a compose of Pungi: STATUS and images.json always; Koji and the mirror, which cost more, once STATUS
 * says that it is finished. `before` is the digest of images.json at the look before.
 */
export async function lookAtPungi(
  tools: ComposeTools,
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
