import { outcomeOf } from '../unknown-outcome.ts'
import { isFailure } from '../failure.ts'
import { askResultsDb, type ResultsDbLogin, type ResultsDbServer } from './resultsdb-request.ts'

/** A ResultsDB and its limits. */
export interface ResultsDbOptions {
  /** Of its API, with the whole path: `https://example.org/resultsdb_api/api/v2.0`. */
  readonly url: string
  /** HTTP basic, for a proxy in front of it. ResultsDB's API 2.0 itself knows no users. */
  readonly login?: ResultsDbLogin
  readonly deadlineMs?: number
  /** For a post. */
  readonly actDeadlineMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** Which results are looked for: those that fit all of these. A comma separates alternatives. */
export interface ResultsQuery {
  /** What was tested: a compose id, or the file name of an image. */
  readonly item?: string
  /** Names of test cases. */
  readonly testcases?: string
  /** UUIDs of groups. */
  readonly groups?: string
  /** The earliest time of a result, ISO; after a comma also the latest. */
  readonly since?: string
}

/** Results on one page. */
const resultsOnPage = 100

/**
 * The part of ResultsDB's API 2.0 that Nightjar uses. Answers are JSON without a check of their form. Every
 * call sends one request and throws ClientFailure.
 */
export interface ResultsDb {
  /** One page of results, newest first; pages count from 0. */
  results(query: ResultsQuery, page: number): Promise<unknown>
  /**
   * Posts one result, sent once: ResultsDB makes a second result of a second post.
   * @throws UnknownOutcome if it is not known whether there is a result now; after any other failure there is
   *   none.
   */
  post(result: object): Promise<unknown>
}

/** A client for one ResultsDB. It needs no closing. */
export function resultsDb(options: ResultsDbOptions): ResultsDb {
  const server = serverOf(options)
  const forPosts = { ...server, deadlineMs: options.actDeadlineMs ?? server.deadlineMs }
  return {
    results: (query, page) =>
      askResultsDb(server, {
        method: 'GET',
        path: '/results',
        query: { ...query, limit: String(resultsOnPage), page: String(page), _sort: 'desc:submit_time' },
      }),
    async post(result) {
      try {
        return await askResultsDb(forPosts, { method: 'POST', path: '/results', body: result })
      } catch (thrown) {
        throw isFailure(thrown, 'refused') ? thrown : outcomeOf(thrown)
      }
    },
  }
}

const usualDeadline = 60_000
/** A page has about 300 KB. */
const largestAnswer = 8 * 1024 * 1024

function serverOf({ url, login, ...how }: ResultsDbOptions): ResultsDbServer {
  return {
    url: url.replace(/\/+$/, ''),
    login: login ?? null,
    deadlineMs: how.deadlineMs ?? usualDeadline,
    maxBytes: how.maxBytes ?? largestAnswer,
    signal: how.signal ?? null,
  }
}
