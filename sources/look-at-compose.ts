import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import type { ComposeState, StateMemory } from './compose-state.ts'
import type { ComposeServices } from './compose-tools.ts'

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
  const { lookAtMirrored } = await import('./mirrored/mirrored-look.ts')
  return lookAtMirrored(services, ref)
}
