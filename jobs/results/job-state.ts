/** What openQA's job state means to someone who waits; `unknown` is a word newer than this table. */
export type JobPhase = 'waiting' | 'running' | 'ended' | 'unknown'

/** openQA has no `blocked` state: a blocked job is `scheduled` and names the job that blocks it. */
const phases: ReadonlyMap<string, JobPhase> = new Map([
  ['scheduled', 'waiting'],
  ['assigned', 'running'],
  ['setup', 'running'],
  ['running', 'running'],
  ['uploading', 'running'],
  ['done', 'ended'],
  ['cancelled', 'ended'],
])

/** The phase that a state word stands for. */
export function phaseOf(state: string): JobPhase {
  return phases.get(state) ?? 'unknown'
}
