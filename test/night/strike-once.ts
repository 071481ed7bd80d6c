import type { Guard, PassingCall, Spoil } from '../../lab/gates/spoil.ts'
import type { OutwardCall } from './outward-calls.ts'

/** A guard that spoils one call of a night. */
export interface Striker {
  readonly guard: Guard
  /** How often it did. */
  strikes(): number
}

/** Spoils the first call of a kind. If it is only made after another call failed, that one is lost first. */
export function strikeOnce({ is, onlyIf, lateUntil }: OutwardCall, spoil: Spoil): Striker {
  const before: PassingCall[] = []
  let strikes = 0
  let looks = 0
  let hasFailed = onlyIf === undefined
  const { promise: kept, resolve: keep } = Promise.withResolvers<() => Promise<void>>()
  const carryOut = async () => (await kept)()
  return {
    guard(call) {
      const isIt = hasFailed && strikes === 0 && is(call, before)
      const isLost = !hasFailed && onlyIf?.is(call, before) === true
      const isLook = spoil.when === 'late' && strikes > 0 && lateUntil?.look(call, before) === true
      before.push(call)
      if (isIt) strikes += 1
      if (isLost) hasFailed = true
      if (isLook) looks += 1
      if (isIt) return lateUntil === undefined ? spoil : { ...spoil, keep }
      if (isLook && looks === lateUntil?.nth) return { when: 'before', how: 'answer', meanwhile: carryOut }
      return isLost && onlyIf ? { when: onlyIf.fails, how: 'reset' } : null
    },
    strikes: () => strikes,
  }
}
