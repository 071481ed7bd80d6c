import type { LabService } from '../script.ts'

/** A call on its way to a service of the lab: a request, one rsync listing (`LIST`), or a mail handed over (`DATA`). */
export interface PassingCall {
  readonly service: LabService
  readonly method: string
  /** Without the query; empty where the service has none. */
  readonly path: string
  /** The query and, of a form, the body; of a mail its `messageId`. */
  readonly params: Readonly<Record<string, string>>
}

/**
 * What becomes of one call. `before`: it is spoiled on its way there and never carried out; `after`: it is carried out,
 * and spoiled on its way back; `late`, of web services: it is spoiled on its way there and carried out all the same, as
 * soon as the caller is gone or when `keep` says.
 */
export interface Spoil {
  readonly when: 'before' | 'after' | 'late'
  /** What the caller gets: a proxy's error, a cut connection, silence; or the true answer after all. */
  readonly how: BrokenConnection | 'answer'
  /** What else happens at that very moment; the call stands still until it has. */
  readonly meanwhile?: () => Promise<void>
  /** Takes what carries a late call out, to do so later. */
  readonly keep?: (carryOut: () => Promise<void>) => void
}

export type BrokenConnection = '502' | 'reset' | 'hang'

/** Asked once for every call, before it goes on; null lets it pass. */
export type Guard = (call: PassingCall) => Spoil | null

/** Does what happens at a moment of a call; answers how its connection breaks, null where the call goes on. */
export async function strike(
  spoil: Spoil | null,
  ...moments: readonly Spoil['when'][]
): Promise<BrokenConnection | null> {
  if (spoil === null || !moments.includes(spoil.when)) return null
  await spoil.meanwhile?.()
  return spoil.how === 'answer' ? null : spoil.how
}
