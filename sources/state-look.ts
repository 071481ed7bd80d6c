import { setTimeout as sleep } from 'node:timers/promises'
import type { ComposeId } from '../compose/naming/compose-id.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import {
  judgeCompleteness,
  type Completeness,
  type PungiObservation,
} from '../compose/readiness/completeness.ts'
import { evidenceOf } from '../compose/readiness/evidence.ts'
import { isFinished } from '../compose/readiness/finished.ts'
import { composeUrlOf } from '../compose/places/location.ts'
import type { TasksMemory } from '../compose/readiness/settling.ts'
import type { Sites } from '../compose/places/sites.ts'
import { isFailure } from '../clients/failure.ts'
import type { ComposeTools } from './compose-tools.ts'
import { lookAtMetadata, lookAtStatus, type TreeTools } from './tree-look.ts'

/** What a compose is looked at with; Koji and the mirror only where the answer hangs on them. */
export interface StateTools extends TreeTools {
  readonly places: ComposeTools['places']
  readonly sites: Sites
  readonly all: () => Promise<ComposeTools>
}

/** What one look needs to know of those before. */
export interface StateMemory {
  readonly digest: string | null
  readonly tasks: TasksMemory | null
}

/** Whether a compose may be tested. `absent`: there is none. `unanswered`: a condition could not be asked, so `waiting` is no no. */
export interface ComposeState {
  readonly kind: Completeness['kind'] | 'absent'
  readonly usable: boolean
  readonly reasons: readonly string[]
  readonly unanswered: boolean
  readonly memory: StateMemory
}

export const noMemory: StateMemory = { digest: null, tasks: null }

/** How far apart two looks at a file are where the server does not say how old it is. */
const secondLookMs = 1000

/**
 * One look at a compose of any kind. Two requests to the tree tell of a running, a finished and an absent one.
 * @throws ClientFailure where it could not even be asked whether the compose is there.
 */
export async function lookAtState(
  tools: StateTools,
  ref: ComposeRef,
  before: StateMemory,
): Promise<ComposeState> {
  if (ref.kind === 'pungi') return pungiState(tools, ref.id, before)
  const tree = composeUrl(ref, tools.sites)
  if (ref.kind !== 'mash') return mirroredState(tools, evidenceOf(ref, tree).done.url)
  const { lookAtMash } = await import('./mash-look.ts')
  const { seen, tasks } = await lookAtMash(await tools.all(), ref, tree, { tasks: before.tasks, apartMs: 0 })
  return stateOf(judgeCompleteness(seen), { ...before, tasks })
}

async function pungiState(tools: StateTools, id: ComposeId, before: StateMemory): Promise<ComposeState> {
  const status = await lookAtStatus(tools, id)
  if (status.kind === 'absent') {
    const folder = composeUrlOf(id, tools.places.composes)
    if (!(await tools.tree.exists(`${folder}/`))) return absent(folder)
  }
  const finished = status.kind === 'said' && isFinished(status.status)
  const { metadata, images } = await settledMetadata(tools, id, before.digest, finished)
  const unasked = { kind: 'unasked', why: 'STATUS comes first' } as const
  const cheap: PungiObservation = { kind: 'pungi', status, metadata, koji: unasked, mirror: unasked }
  const seen = finished ? { ...cheap, ...(await elsewhere(tools, id, images)) } : cheap
  const digest = metadata.kind === 'read' ? metadata.digest : before.digest
  return stateOf(judgeCompleteness(seen), { ...before, digest })
}

/** A finished compose is not waited for only because it is looked at for the first time. */
async function settledMetadata(tools: TreeTools, id: ComposeId, before: string | null, finished: boolean) {
  const first = await lookAtMetadata(tools, id, before)
  const { metadata } = first
  if (!finished || metadata.kind !== 'read' || before !== null || metadata.ageMs !== undefined) return first
  await sleep(secondLookMs)
  return lookAtMetadata(tools, id, metadata.digest)
}

async function elsewhere(
  tools: StateTools,
  id: ComposeId,
  images: Parameters<typeof import('./mirror-look.ts').lookAtMirror>[2],
) {
  const { kojiRequired, mirrorRequired } = tools.places
  if (!kojiRequired && !mirrorRequired)
    return { koji: { kind: 'waived' }, mirror: { kind: 'waived' } } as const
  const [{ lookAtKoji }, { lookAtMirror }, all] = await Promise.all([
    import('./koji-look.ts'),
    import('./mirror-look.ts'),
    tools.all(),
  ])
  const [koji, mirror] = await Promise.all([lookAtKoji(all, id), lookAtMirror(all, id, images)])
  return { koji, mirror }
}

/** What is on the mirrors was done before it was put there; a folder that is still synced answers 403. */
async function mirroredState({ tree }: StateTools, url: string): Promise<ComposeState> {
  const state = { unanswered: false, memory: noMemory }
  try {
    if (!(await tree.exists(`${url}/`))) return absent(url)
    return { ...state, kind: 'complete', usable: true, reasons: [`${url} is there`] }
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error
    return {
      ...state,
      kind: 'waiting',
      usable: false,
      reasons: [`it is still being synced (${error.message})`],
    }
  }
}

function stateOf({ kind, usable, reasons, findings }: Completeness, memory: StateMemory): ComposeState {
  return { kind, usable, reasons, memory, unanswered: findings.some((each) => each.kind === 'unreachable') }
}

function absent(url: string): ComposeState {
  return {
    kind: 'absent',
    usable: false,
    reasons: [`there is no ${url}`],
    unanswered: false,
    memory: noMemory,
  }
}
