import type { ComposeId } from '../compose/naming/compose-id.ts'
import { statusUrl } from '../compose/places/location.ts'
import { quoted } from '../compose/quoted.ts'
import { ClientFailure, isFailure } from '../clients/failure.ts'
import type { ComposeSource } from './compose-tools.ts'

/** Pungi writes one word. The limit keeps a web page out of the histories and the subjects of nights. */
const word = /^[A-Z_]{1,40}$/

/**
 * The word of a compose's STATUS; null if it has none.
 * @throws ClientFailure if the server does not answer, `garbled` if the file is not one short word.
 */
export async function readStatus(
  { tree, sites }: Pick<ComposeSource, 'tree' | 'sites'>,
  id: ComposeId,
): Promise<string | null> {
  const url = statusUrl(id, sites)
  try {
    return wordOf(url, await tree.read(url))
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}

function wordOf(url: string, text: string): string {
  const status = text.trim()
  if (word.test(status)) return status
  const expected = `expected one word such as FINISHED at ${url}, got ${quoted(status)}`
  throw new ClientFailure('garbled', 'the compose tree', expected)
}
