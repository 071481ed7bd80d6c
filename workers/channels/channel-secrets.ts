import { ClientFailure } from '../../clients/failure.ts'
import { webhookKey } from '../../clients/webhook/webhook-signature.ts'
import { ConfigMistakes } from '../config/config-mistakes.ts'
import { secretLine } from '../config/secret-of.ts'
import { openResultsDb, type OpenedResultsDb, type ResultsDbSettings } from '../resultsdb/open-resultsdb.ts'

/**
 * The key of a webhook, from its file.
 * @throws ClientFailure `garbled` where the file cannot be read or holds none: a person can correct it,
 *   and then what waits is sent
 */
export function webhookKeyOf(name: string, file: string): Buffer {
  return corrigible(`webhook ${name}`, () => {
    const key = webhookKey(secretLine(file, 'secret_file'))
    if (key !== null) return key
    const expected = 'expected "whsec_" and 24 to 64 bytes in base64'
    throw new ConfigMistakes(`${expected} in ${file}, which secret_file names`)
  })
}

/** The access token of a Matrix user, from its file. @throws ClientFailure `garbled`, as for a webhook */
export function matrixTokenOf(name: string, file: string): string {
  return corrigible(`Matrix ${name}`, () => {
    const token = secretLine(file, 'token_file')
    if (/^[\x21-\x7e]+$/.test(token)) return token
    const expected = 'expected an access token of visible ASCII characters'
    throw new ConfigMistakes(`${expected} in ${file}, which token_file names`)
  })
}

/** The ResultsDB, with the password of its user. @throws ClientFailure `garbled`, as for a webhook */
export function resultsDbOf(settings: ResultsDbSettings, signal?: AbortSignal): OpenedResultsDb {
  return corrigible('ResultsDB', () => {
    const opened = openResultsDb(settings, signal)
    if (opened !== null) return opened
    throw new ConfigMistakes('expected url in [resultsdb]')
  })
}

/** A mistake in the configuration does not end a delivery: a person can correct it. */
function corrigible<Read>(service: string, read: () => Read): Read {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof ConfigMistakes)) throw cause
    throw new ClientFailure('garbled', service, cause.message, { cause })
  }
}
