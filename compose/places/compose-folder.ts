import { composeUrl } from './compose-url.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { fedoraSites, type Sites } from './sites.ts'

/**
 * The folder of a compose for people. For a Pungi compose it has STATUS and the logs. For any other compose
 * it is the top of the tree.
 * @throws Error if the place of the compose is not known.
 */
export function composeFolder(ref: ComposeRef, sites: Sites = fedoraSites): string {
  const tree = composeUrl(ref, sites)
  return ref.kind === 'pungi' ? tree.replace(/\/compose$/, '') : tree
}
