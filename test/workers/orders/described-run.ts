import type { DescribedRun } from '../../../workers/orders/known-night.ts'

/** A run that has just begun, but for what a test says. */
export function describedRun(otherwise: Partial<DescribedRun> = {}): DescribedRun {
  return {
    runId: '0199',
    status: 'RUNNING',
    stage: 'find',
    verdict: '',
    compose: null,
    due: '2026-11-24',
    isTakeover: false,
    startedAt: '2026-11-24T05:15:00.000Z',
    endedAt: null,
    ...otherwise,
  }
}
