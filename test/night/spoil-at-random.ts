import type { Guard, BrokenConnection, PassingCall, Spoil } from '../../lab/gates/spoil.ts'
import { chance, seedOf } from './chance.ts'

/** A guard that spoils calls by chance, and what it saw. */
export interface RandomGuard {
  readonly guard: Guard
  readonly seen: () => { readonly calls: number; readonly spoiled: number }
}

const letDowns: readonly BrokenConnection[] = ['reset', 'hang', '502']

/**
 * Spoils a share of all calls, of every service, in every way. The seed fixes what happens to the nth call of
 * a name, however the nights are interleaved.
 */
export function spoilAtRandom(seed: number, share: number): RandomGuard {
  const timesCalled = new Map<string, number>()
  let calls = 0
  let spoiled = 0
  return {
    guard(call) {
      const name = nameOf(call)
      const nth = (timesCalled.get(name) ?? 0) + 1
      timesCalled.set(name, nth)
      const random = chance(seedOf(seed, `${name} ${nth}`))
      const isSpoiled = random() < share
      calls += 1
      if (!isSpoiled) return null
      spoiled += 1
      return spoilOf(call, random)
    },
    seen: () => ({ calls, spoiled }),
  }
}

function spoilOf({ service, method }: PassingCall, random: () => number): Spoil {
  const moments =
    service === 'openqa' && method === 'POST'
      ? (['before', 'after', 'late'] as const)
      : (['before', 'after'] as const)
  return { when: pick(moments, random), how: pick(letDowns, random) }
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** What a call is of: ports, and with them URLs, are others in every run. */
const telling = ['build', 'flavor', 'arch', 'latest', 'BUILD', 'FLAVOR', 'ARCH', 'messageId']

function nameOf({ service, method, path, params }: PassingCall): string {
  return [service, method, path, ...telling.map((key) => params[key] ?? '')].join(' ')
}
