/** The phase of a job, for someone who waits. `unknown`: the state is not in this table. */
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

/** The states of a phase. */
export function statesOf(phase: JobPhase): readonly string[] {
  return [...phases].filter(([, each]) => each === phase).map(([state]) => state)
}

/** The phase of a state. */
export function phaseOf(state: string): JobPhase {
  return phases.get(state) ?? 'unknown'
}
