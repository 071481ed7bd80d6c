import type { ComposeTree } from '../clients/compose-tree.ts'
import { ClientFailure, isFailure } from '../clients/failure.ts'

/**
 * The first of these files that exists. They are asked for one after the other; after a 404 the next one is
 * asked. @throws ClientFailure `absent` with all URLs if none exists; any other failure at once.
 */
export async function readFirst(tree: ComposeTree, urls: readonly string[], wanted: string): Promise<string> {
  for (const url of urls) {
    try {
      return await tree.read(url)
    } catch (error) {
      if (!isFailure(error, 'absent')) throw error
    }
  }
  throw new ClientFailure(
    'absent',
    'the compose tree',
    `expected ${wanted}, but there is neither ${urls.join(' nor ')}`,
  )
}
