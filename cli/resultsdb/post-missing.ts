import { isResultOf, type MissingResult } from '../../jobs/resultsdb/missing-results.ts'
import { postOnce, type PostEnd } from '../../sources/resultsdb/post-result.ts'
import type { OpenedResultsDb } from '../../workers/resultsdb/open-resultsdb.ts'

/** After so many refusals in a row nothing else is tried: a login is wrong, or the network. */
const mostRefused = 3

/** Milliseconds between two lines on how far it is. */
const tellEvery = 5000

/**
 * Posts results one after the other; answers how each post ended, by the id of its job. It stops early at an
 * interruption, where a post has no clear answer, and where ResultsDB refuses one after the other.
 */
export async function postMissing(
  db: OpenedResultsDb,
  missing: readonly MissingResult[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, PostEnd>> {
  const ends = new Map<number, PostEnd>()
  let [refused, toldAt] = [0, Date.now()]
  for (const { job, result } of missing) {
    if (signal.aborted) break
    const end = await postOnce(db, result, (known) => isResultOf(known, result))
    ends.set(job.id, end)
    if (end.kind === 'unreachable' || end.kind === 'unknown') break
    refused = end.kind === 'refused' ? refused + 1 : 0
    if (refused === mostRefused) break
    if (Date.now() - toldAt < tellEvery) continue
    toldAt = Date.now()
    console.error(`posted ${ends.size} of ${missing.length}`)
  }
  return ends
}
