import type { ResultsDb, ResultsQuery } from '../../clients/resultsdb/resultsdb.ts'
import { Garbled } from '../../compose/garbled.ts'
import { parseResultsPage, type KnownResult } from '../../jobs/resultsdb/known-result.ts'

/** A compose has some 300 results, with all tries of a bad week less than 3,000. */
const mostPages = 100

/**
 * All results that fit a query, newest first. The pages are asked for by number: where a result comes in
 * between, one is seen twice, but none is left out.
 * @throws ClientFailure, Garbled; an answer that is not whole is never a short list
 */
export async function findResults(db: ResultsDb, query: ResultsQuery): Promise<readonly KnownResult[]> {
  const found = new Map<number, KnownResult>()
  for (let page = 0; page < mostPages; page++) {
    const { results, isLast } = parseResultsPage(await db.results(query, page))
    for (const result of results) found.set(result.id, result)
    if (isLast) return [...found.values()]
  }
  throw new Garbled(`at most ${mostPages} pages of results from ResultsDB`, 'more')
}
