/** What a word of Pungi's `STATUS` means for us; `unknown` is a word newer than this table. */
export type StatusMeaning = 'running' | 'finished' | 'dead' | 'unknown'

/** What failed in a FINISHED_INCOMPLETE compose was allowed to; TERMINATED is Pungi stopped by a signal. */
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

/** Whether a word of `STATUS` says that a compose came to a good end. */
export function isFinished(status: string): boolean {
  return statusMeaning(status) === 'finished'
}
