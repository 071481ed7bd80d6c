import { resultsDb, type ResultsDb } from '../../clients/resultsdb/resultsdb.ts'
import { ConfigMistakes } from '../config/config-mistakes.ts'
import type { Settings } from '../config/config.ts'
import { deadlinesOf } from '../config/deadlines.ts'
import { secretOf } from '../config/secret-of.ts'

/** The ResultsDB of a configuration. */
export type OpenedResultsDb = ResultsDb

/** The part of a configuration that names it. */
export type ResultsDbSettings = Pick<Settings, 'resultsdb' | 'patience'>

/**
 * The ResultsDB of a configuration; null if it names none.
 * @throws ConfigMistakes for a user without a password
 */
export function openResultsDb(
  { resultsdb, patience }: ResultsDbSettings,
  signal?: AbortSignal,
): OpenedResultsDb | null {
  if (resultsdb === undefined) return null
  const { url, user } = resultsdb
  const { read, act } = deadlinesOf(patience)
  const how = { url, deadlineMs: read, actDeadlineMs: act, ...(signal && { signal }) }
  if (user === undefined) return resultsDb(how)
  const secret = secretOf('NIGHTJAR_RESULTSDB_PASSWORD')
  if (secret === null) {
    const variables = 'NIGHTJAR_RESULTSDB_PASSWORD, or NIGHTJAR_RESULTSDB_PASSWORD_FILE for a file'
    throw new ConfigMistakes(`resultsdb.user is ${user}, but its password is not set; set ${variables}`)
  }
  return resultsDb({ ...how, login: { user, password: secret.value } })
}
