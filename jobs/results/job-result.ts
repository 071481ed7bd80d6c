/**
 * The meaning of openQA's job result. `broken`: the job itself went wrong and says nothing about the compose.
 * `aborted`: it was stopped or never ran. `none`: there is no result yet. `unknown`: a word that is not in
 * this table; it needs attention and never counts as a pass.
 */
export type ResultClass = 'passed' | 'softfailed' | 'failed' | 'broken' | 'aborted' | 'none' | 'unknown'

const classes: ReadonlyMap<string, ResultClass> = new Map([
  ['passed', 'passed'],
  ['softfailed', 'softfailed'],
  ['failed', 'failed'],
  ['incomplete', 'broken'],
  ['timeout_exceeded', 'broken'],
  ['skipped', 'aborted'],
  ['obsoleted', 'aborted'],
  ['parallel_failed', 'aborted'],
  ['parallel_restarted', 'aborted'],
  ['user_cancelled', 'aborted'],
  ['user_restarted', 'aborted'],
  ['none', 'none'],
])

/** The class of a result. */
export function classOf(result: string): ResultClass {
  return classes.get(result) ?? 'unknown'
}

/** Whether dependent jobs may run after this result: openQA counts a soft failure as a pass. */
export function isOk(result: string): boolean {
  const kind = classOf(result)
  return kind === 'passed' || kind === 'softfailed'
}
