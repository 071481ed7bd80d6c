import type { NightResult } from '../../workflows/night-run.ts'

/** Nothing is broken, nothing was due, or another run tests the compose. */
export function isGood({ verdict, outcome }: Pick<NightResult, 'verdict' | 'outcome'>): boolean {
  return verdict === 'passed' || verdict === 'neutral' || outcome === 'covered'
}
