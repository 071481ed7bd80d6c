import type { PlanInput } from './plan-input.ts'

/** BUILD of a plan's posts: the compose id, set apart by `-EXTRA` where extra settings make other tests of it. */
export function buildOf({ compose, extraSettings }: Pick<PlanInput, 'compose' | 'extraSettings'>): string {
  return extraSettings === undefined || Object.keys(extraSettings).length === 0 ? compose : `${compose}-EXTRA`
}
