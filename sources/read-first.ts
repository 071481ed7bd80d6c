import type { ComposeTree } from '../clients/compose-tree.ts'
import { ClientFailure, isFailure } from '../clients/failure.ts'

/**
 * The first of some files that is there, asked for one after the other: a 404 is an answer, and the next one is asked.
 * @throws ClientFailure `absent` naming all of them where none is; any other failure of one is a failure of all.
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
