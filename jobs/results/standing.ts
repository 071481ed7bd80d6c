import { classOf } from './job-result.ts'
import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/**
 * How a job stands when the night is judged. `broken`: the job itself went wrong and says nothing about the
 * compose. `skipped`: a job that it needs did not pass. `stopped`: somebody or openQA cancelled it.
 * `unfinished`: it has not ended. `unknown`: Nightjar does not know its state or result.
 */
export const standings = [
  'passed',
  'softfailed',
  'failed',
  'broken',
  'skipped',
  'stopped',
  'unfinished',
  'unknown',
] as const

/** One of {@link standings}. */
export type Standing = (typeof standings)[number]

/** Results of jobs that openQA ended because of another job. */
const dependent = ['skipped', 'parallel_failed', 'parallel_restarted']

/**
 * The standing of a latest job. The result counts only if the state says that the job has ended. A restarted
 * job is unfinished until the job that replaces it was seen.
 */
export function standingOf({ state, result, cloneId }: Pick<Job, 'state' | 'result' | 'cloneId'>): Standing {
  const phase = phaseOf(state)
  if (phase === 'unknown') return 'unknown'
  if (phase !== 'ended' || cloneId !== null) return 'unfinished'
  if (dependent.includes(result)) return 'skipped'
  const kind = classOf(result)
  if (kind === 'aborted' || state === 'cancelled') return 'stopped'
  return kind === 'none' ? 'unknown' : kind
}
