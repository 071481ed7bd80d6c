/** Whether a word of `STATUS` says that a compose came to a good end; what failed in a FINISHED_INCOMPLETE one was allowed to. */
export function isFinished(status: string): boolean {
  return status === 'FINISHED' || status === 'FINISHED_INCOMPLETE'
}
