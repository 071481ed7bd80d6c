import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow'

/**
 * Acts once more if the time for an act passed and no worker said a word: the workers were away, and one is
 * there now that the workflow goes on.
 */
export async function onceMore<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (!passedInSilence(error)) throw error
    return await act()
  }
}

function passedInSilence(error: unknown): boolean {
  if (!(error instanceof ActivityFailure) || !(error.cause instanceof TimeoutFailure)) return false
  return !(error.cause.cause instanceof ApplicationFailure)
}
