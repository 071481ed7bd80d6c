import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { completionSignsOf } from '../compose/readiness/completion-signs.ts'
import { isFailure } from '../clients/failure.ts'
import { absentState, noMemory, type ComposeState, type StateMemory } from './compose-state.ts'
import type { ComposeServices, ComposeSource } from './compose-tools.ts'

/** How a look stands among others. */
export interface LookOptions {
  /** Looks less than so many milliseconds apart count as one; 0 where each counts. */
  readonly apartMs: number
  /** Whether no further look will follow. */
  readonly alone: boolean
}

/**
 * One look at a compose of any kind. Two requests to the tree tell of a running, a finished and an absent one of Pungi.
 * @throws ClientFailure where it could not even be asked whether the compose is there.
 */
export async function lookAtCompose(
  services: ComposeServices,
  ref: ComposeRef,
  before: StateMemory,
  { apartMs, alone }: LookOptions,
): Promise<ComposeState> {
  if (ref.kind === 'pungi') {
    const { lookAtPungi } = await import('./pungi-look.ts')
    return lookAtPungi(services, ref.id, before, alone)
  }
  if (ref.kind === 'mash') {
    const { lookAtMash } = await import('./mash-look.ts')
    return lookAtMash(await services.all(), ref, before, apartMs)
  }
  return lookAtMirrored(services, completionSignsOf(ref, composeUrl(ref, services.sites)).done.url)
}

/** What is on the mirrors was done before it was put there; a folder that is still synced answers 403. */
async function lookAtMirrored({ tree }: ComposeSource, url: string): Promise<ComposeState> {
  const state = { findings: [], unanswered: false, memory: noMemory }
  try {
    if (!(await tree.exists(`${url}/`))) return absentState(url, noMemory)
    return { ...state, kind: 'complete', usable: true, reasons: [`${url} is there`] }
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error
    const said = `it is still being synced (${error.message})`
    return { ...state, kind: 'waiting', usable: false, reasons: [said] }
  }
}
