import { classOf } from './job-result.ts'
import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/**
 * Where a job that counts stands at the moment it is judged.
 * `broken` it went wrong by itself and says nothing about the compose; `skipped` a job it needs did not pass;
 * `stopped` somebody or openQA took it away; `unfinished` it may still end any way; `unknown` a word we do not know.
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

/** Results of jobs that openQA itself ended on account of another job. */
const dependent = ['skipped', 'parallel_failed', 'parallel_restarted']

/**
 * The standing of a job that counts. Its state says whether it has ended, and only then its result matters; one that
 * was restarted and still counts is unfinished, since the job that takes its place has not been seen yet.
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
