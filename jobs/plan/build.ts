import type { PlanInput } from './plan-input.ts'

/** BUILD of a plan's posts: the compose id, with `-EXTRA` if extra settings change the tests. */
export function buildOf({ compose, extraSettings }: Pick<PlanInput, 'compose' | 'extraSettings'>): string {
  return extraSettings === undefined || Object.keys(extraSettings).length === 0 ? compose : `${compose}-EXTRA`
}
