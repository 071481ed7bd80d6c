import { treeUrl } from './location.ts'
import { formatComposeName } from '../naming/compose-name.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { pathAt, placesOfRef } from './place-of-ref.ts'
import { fedoraSites, type Sites } from './sites.ts'

/**
 * Where to look for a compose, most likely first: more than one for a release of which only the number is
 * known.
 * @throws Error where its class has no known place.
 */
export function composeUrls(ref: ComposeRef, sites: Sites = fedoraSites): readonly string[] {
  if (ref.kind === 'pungi') return [treeUrl(ref.id, baseOf(sites, 'composes'))]
  return placesOfRef(ref).map((place) => `${baseOf(sites, place.site)}/${pathAt(place, ref)}`)
}

/** The first of {@link composeUrls}: a Pungi compose's `…/compose`, the top of any other tree. */
export function composeUrl(ref: ComposeRef, sites: Sites = fedoraSites): string {
  const [url] = composeUrls(ref, sites)
  if (url === undefined)
    throw new Error(`no place is known for ${formatComposeName(ref)}: add it to the table of places`)
  return url
}

function baseOf(sites: Sites, site: keyof Sites): string {
  const [base] = sites[site]
  if (base === undefined) throw new Error(`no base URL is configured for ${site}`)
  return base
}
