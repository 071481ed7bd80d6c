import type { LabService } from '../script.ts'

/** A call to a service of the lab: a request, an rsync listing (`LIST`) or a delivered mail (`DATA`). */
export interface PassingCall {
  readonly service: LabService
  readonly method: string
  /** Without the query; empty if the service has no paths. */
  readonly path: string
  /** The query and the fields of a form; for a mail its `messageId`. */
  readonly params: Readonly<Record<string, string>>
}

/**
 * How one call goes wrong. `before`: it does not reach the service. `after`: it takes effect, but its answer
 * is lost. `late` (web services): the caller gets an error first. The call takes effect once the caller is
 * gone, or when `keep` says.
 */
export interface Spoil {
  readonly when: 'before' | 'after' | 'late'
  /** What the caller gets: a proxy's error, a reset, no answer, or the real answer. */
  readonly how: BrokenConnection | 'answer'
  /** Runs at this moment; the call waits for it. */
  readonly meanwhile?: () => Promise<void>
  /** Takes what carries a late call out, to do so later. */
  readonly keep?: (carryOut: () => Promise<void>) => void
}

export type BrokenConnection = '502' | 'reset' | 'hang'

/** Called once for every call; null lets it pass. */
export type Guard = (call: PassingCall) => Spoil | null

/** Runs `meanwhile` at a moment of a call; returns how its connection breaks, null if the call goes on. */
export async function strike(
  spoil: Spoil | null,
  ...moments: readonly Spoil['when'][]
): Promise<BrokenConnection | null> {
  if (spoil === null || !moments.includes(spoil.when)) return null
  await spoil.meanwhile?.()
  return spoil.how === 'answer' ? null : spoil.how
}
