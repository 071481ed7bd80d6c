import { setTimeout as sleep } from 'node:timers/promises'
import type { ComposeId } from '../compose/naming/compose-id.ts'
import type { Image } from '../compose/images/image.ts'
import { composeUrlOf } from '../compose/places/location.ts'
import { judgeCompleteness } from '../compose/readiness/completeness.ts'
import type { PungiObservation } from '../compose/readiness/observation.ts'
import { isFinished } from '../compose/readiness/status.ts'
import { absentState, stateOf, type ComposeState, type StateMemory } from './compose-state.ts'
import type { ComposeServices, ComposeSource } from './compose-tools.ts'
import { lookAtMetadata, lookAtStatus } from './tree-look.ts'

/** How far apart two looks at a file are if the server does not say how old it is. */
const secondLookMs = 1000

/**
 * One look at a compose of Pungi. It always reads STATUS and images.json. Koji and the mirror cost more and
 * are asked only after STATUS says that the compose is finished.
 * @param alone true if no other look will follow: then this look may read images.json twice.
 */
export async function lookAtPungi(
  services: ComposeServices,
  id: ComposeId,
  before: StateMemory,
  alone: boolean,
): Promise<ComposeState> {
  const [status, first] = await Promise.all([
    lookAtStatus(services, id),
    lookAtMetadata(services, id, before.metadata),
  ])
  if (status.kind === 'absent' && first.metadata.kind === 'absent') {
    const folder = composeUrlOf(id, services.sites)
    if (!(await services.tree.exists(`${folder}/`))) return absentState(folder, before)
  }
  const finished = status.kind === 'said' && isFinished(status.status)
  const { metadata, images } = finished && alone ? await settled(services, id, first) : first
  const unasked = { kind: 'unasked', why: 'STATUS comes first' } as const
  const elsewhere = finished ? await lookElsewhere(services, id, images) : { koji: unasked, mirror: unasked }
  return stateOf(judgeCompleteness({ kind: 'pungi', status, metadata, ...elsewhere }), {
    ...before,
    status: status.kind === 'said' ? status.status : before.status,
    metadata: metadata.kind === 'read' ? metadata.digest : before.metadata,
  })
}

/** A single look at a finished compose must not answer "waiting" only because it is the first look. */
async function settled(
  source: ComposeSource,
  id: ComposeId,
  first: Awaited<ReturnType<typeof lookAtMetadata>>,
): Promise<typeof first> {
  const { metadata } = first
  if (metadata.kind !== 'read' || metadata.before !== null || metadata.ageMs !== undefined) return first
  await sleep(secondLookMs)
  return lookAtMetadata(source, id, metadata.digest)
}

async function lookElsewhere(
  { places, all }: ComposeServices,
  id: ComposeId,
  images: readonly Image[],
): Promise<Pick<PungiObservation, 'koji' | 'mirror'>> {
  if (!places.kojiRequired && !places.mirrorRequired)
    return { koji: { kind: 'waived' }, mirror: { kind: 'waived' } }
  const [{ lookAtKoji }, { lookAtMirror }, tools] = await Promise.all([
    import('./koji-look.ts'),
    import('./mirror-look.ts'),
    all(),
  ])
  const [koji, mirror] = await Promise.all([lookAtKoji(tools, id), lookAtMirror(tools, id, images)])
  return { koji, mirror }
}
