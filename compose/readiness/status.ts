/** What a word of Pungi's `STATUS` means for Nightjar. `unknown` is a word that is not in this table. */
export type StatusMeaning = 'running' | 'finished' | 'dead' | 'unknown'

/** In a FINISHED_INCOMPLETE compose, only parts failed that may fail. TERMINATED: a signal stopped Pungi. */
const meanings: ReadonlyMap<string, StatusMeaning> = new Map([
  ['STARTED', 'running'],
  ['FINISHED', 'finished'],
  ['FINISHED_INCOMPLETE', 'finished'],
  ['DOOMED', 'dead'],
  ['TERMINATED', 'dead'],
])

/** The meaning of a word of `STATUS`. */
export function statusMeaning(status: string): StatusMeaning {
  return meanings.get(status) ?? 'unknown'
}

/** Whether a word of `STATUS` says that a compose has finished and is not dead. */
export function isFinished(status: string): boolean {
  return statusMeaning(status) === 'finished'
}
