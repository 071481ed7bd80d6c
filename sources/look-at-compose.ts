import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { completionSignsOf } from '../compose/readiness/completion-signs.ts'
import { isFailure } from '../clients/failure.ts'
import { absentState, noMemory, type ComposeState, type StateMemory } from './compose-state.ts'
import type { ComposeServices, ComposeSource } from './compose-tools.ts'

/** How a look relates to other looks. */
export interface LookOptions {
  /** Looks closer together than this many milliseconds count as one; with 0 each counts. */
  readonly apartMs: number
  /** True if no other look will follow. */
  readonly alone: boolean
}

/** One look at a compose of any kind. @throws ClientFailure if nobody answers whether the compose exists. */
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

/** A compose was complete before its sync to the mirrors began. A folder that still syncs answers 403. */
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
