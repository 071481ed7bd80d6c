import type { Guard, PassingCall, Spoil } from '../../lab/gates/spoil.ts'
import type { OutwardCall } from './outward-calls.ts'

/** A guard that spoils one call of a night. */
export interface Striker {
  readonly guard: Guard
  /** How often it did. */
  strikes(): number
}

/**
 * Spoils the first call of a kind; where that is only made because another went wrong, that one is lost
 * before it.
 */
export function strikeOnce({ is, onlyIf }: OutwardCall, spoil: Spoil): Striker {
  const before: PassingCall[] = []
  let strikes = 0
  let hasFailed = onlyIf === undefined
  return {
    guard(call) {
      const isIt = hasFailed && strikes === 0 && is(call, before)
      const isLost = !hasFailed && onlyIf?.is(call, before) === true
      before.push(call)
      if (isIt) strikes += 1
      if (isLost) hasFailed = true
      if (isIt) return spoil
      return isLost && onlyIf ? { when: onlyIf.fails, how: 'reset' } : null
    },
    strikes: () => strikes,
  }
}
