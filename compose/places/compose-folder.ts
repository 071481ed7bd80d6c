import { composeUrl } from './compose-url.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { fedoraSites, type Sites } from './sites.ts'

/**
 * Where a person looks at a compose: the folder that has its STATUS and logs, or for what is not Pungi's the
 * top of its tree.
 * @throws Error where its class has no known place.
 */
export function composeFolder(ref: ComposeRef, sites: Sites = fedoraSites): string {
  const tree = composeUrl(ref, sites)
  return ref.kind === 'pungi' ? tree.replace(/\/compose$/, '') : tree
}
