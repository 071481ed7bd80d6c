import type { ComposeId } from '../compose/naming/compose-id.ts'
import { statusUrl } from '../compose/places/location.ts'
import { isFailure } from '../clients/failure.ts'
import { composeBase, type ComposeSource } from './compose-tools.ts'

/** What a compose's STATUS says; null if it has none. @throws ClientFailure if the server does not answer. */
export async function readStatus(
  { tree, sites }: Pick<ComposeSource, 'tree' | 'sites'>,
  id: ComposeId,
): Promise<string | null> {
  try {
    return (await tree.read(statusUrl(id, composeBase({ sites })))).trim()
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}
