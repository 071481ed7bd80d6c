import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { composeUrl, composeUrls } from '../../compose/places/compose-url.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { stagedIdIfAny } from './staged-id.ts'

/**
 * The URL at which a compose is now, of all at which it may be. Null if it has left them all.
 * @throws ClientFailure if a server does not answer.
 */
export async function urlNow(source: ComposeSource, ref: ComposeRef): Promise<string | null> {
  for (const url of composeUrls(ref, source.sites)) {
    if (await source.tree.exists(`${url}/`)) return url
  }
  const id = ref.kind === 'staged' ? await stagedIdIfAny(source, ref) : null
  if (id === null) return null
  const made = composeUrl({ kind: 'pungi', id }, source.sites)
  return (await source.tree.exists(`${made}/`)) ? made : null
}
