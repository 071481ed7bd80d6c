import type { NightProgress } from '../stage.ts'
import type { DeskState } from './desk-state.ts'
import { inWords } from './in-words.ts'
import type { Stands } from './refusal.ts'

/** How a night that runs stands. */
export function standsOf(
  { stages, compose }: NightProgress,
  { last, waiting, underWay, stopped }: DeskState,
): Stands {
  const running = stages.findLast(({ state }) => state === 'running')
  const busy = stopped ?? waiting ?? (running === undefined ? underWay : null)
  return {
    // Between two stages the next one is about to begin: nothing but its orders make sense.
    stage: running?.name ?? 'report',
    until: running?.deadline ?? null,
    outcome: last?.outcome ?? null,
    verdict: last?.verdict ?? null,
    compose: last?.compose ?? compose,
    mode: last?.left?.ending.mode ?? 'post',
    problems: last?.left?.problems ?? [],
    notOk: last?.left?.notOk ?? 0,
    busyWith: busy === null ? null : inWords(busy),
  }
}
