import type { ComposeRef } from '../naming/compose-ref.ts'
import { finishUrl } from '../places/tree-files.ts'

/** The URLs that show how far a compose is. */
export interface CompletionSigns {
  /** The compose exists if this URL exists. */
  readonly exists: string
  /** The compose is done if this URL exists (`present`), or if it has a word that says so (`status`). */
  readonly done: { readonly kind: 'present' | 'status'; readonly url: string }
}

/** The signs of a compose with its tree at a URL. The URL is one of those that `composeUrls` returns. */
export function completionSignsOf({ kind }: ComposeRef, tree: string): CompletionSigns {
  switch (kind) {
    case 'pungi':
      // The tree appears before its metadata, and no test can start without metadata.
      return {
        exists: `${tree}/metadata/images.json`,
        done: { kind: 'status', url: tree.replace(/compose$/, 'STATUS') },
      }
    case 'mash':
      return { exists: tree, done: { kind: 'present', url: finishUrl(tree) } }
    case 'two-week':
      // The folder of cloud images is copied last.
      return { exists: tree, done: { kind: 'present', url: `${tree}/Cloud-Images` } }
    case 'staged':
    case 'candidate':
    case 'milestone':
    case 'stable':
    case 'respin':
      // A tree is copied to the mirrors when it is done. A folder that is still syncing answers 403.
      return { exists: tree, done: { kind: 'present', url: tree } }
    default:
      return kind satisfies never
  }
}
