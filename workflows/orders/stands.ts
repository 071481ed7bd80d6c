import type { NightResult } from '../night-run.ts'
import type { NightProgress, StageRecord } from '../stage.ts'
import type { DeskState } from './desk-state.ts'
import { inWords } from './in-words.ts'
import type { Stands } from './refusal.ts'

/** How a night that runs stands. */
export function standsOf(progress: NightProgress, { last, waiting, underWay, stopped }: DeskState): Stands {
  const isBetween = runningStage(progress) === undefined
  const busy = stopped ?? waiting ?? (isBetween ? underWay : null)
  return { ...standsInStage(progress, last), busyWith: busy === null ? null : inWords(busy) }
}

/** How a night that runs stands, but for the order that it is about to carry out. */
export function standsInStage(progress: NightProgress, last: NightResult | null): Omit<Stands, 'busyWith'> {
  const running = runningStage(progress)
  return {
    // Between two stages the next one is about to begin: nothing but its orders make sense.
    stage: running?.name ?? 'report',
    until: running?.deadline ?? null,
    ...standsByReport(last, progress.compose),
  }
}

/** What the last report says of how a night stands; before the first there is only its compose. */
export function standsByReport(
  last: NightResult | null,
  compose: string | null,
): Omit<Stands, 'stage' | 'until' | 'busyWith'> {
  return {
    outcome: last?.outcome ?? null,
    verdict: last?.verdict ?? null,
    compose: last?.compose ?? compose,
    mode: last?.left?.ending.mode ?? 'post',
    problems: last?.left?.problems ?? [],
    notOk: last?.left?.notOk ?? 0,
  }
}

function runningStage({ stages }: NightProgress): StageRecord | undefined {
  return stages.findLast(({ state }) => state === 'running')
}
