import type { ComposeRef } from '../naming/compose-ref.ts'
import { finishUrl } from '../places/tree-files.ts'

/** What to ask a web server to know how far a compose is. */
export interface CompletionSigns {
  /** The compose exists when this is there. */
  readonly exists: string
  /** It is done when this is there (`present`), or holds a word that says so (`status`). */
  readonly done: { readonly kind: 'present' | 'status'; readonly url: string }
}

/** The evidence for a compose whose tree is at a URL, one of those that `composeUrls` gives. */
export function completionSignsOf({ kind }: ComposeRef, tree: string): CompletionSigns {
  switch (kind) {
    case 'pungi':
      // The tree appears before its metadata, and nothing can be tested without.
      return {
        exists: `${tree}/metadata/images.json`,
        done: { kind: 'status', url: tree.replace(/compose$/, 'STATUS') },
      }
    case 'mash':
      return { exists: tree, done: { kind: 'present', url: finishUrl(tree) } }
    case 'two-week':
      // Its images are copied into it last.
      return { exists: tree, done: { kind: 'present', url: `${tree}/Cloud-Images` } }
    case 'staged':
    case 'candidate':
    case 'milestone':
    case 'stable':
    case 'respin':
      // What is on the mirrors is there because it was done; a folder still syncing answers 403.
      return { exists: tree, done: { kind: 'present', url: tree } }
    default:
      return kind satisfies never
  }
}
