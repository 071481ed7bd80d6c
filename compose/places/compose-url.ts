import { treeUrl } from './location.ts'
import { formatComposeName } from '../naming/compose-name.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { pathAt, placesOfRef } from './place-of-ref.ts'
import { fedoraSites, type Sites, type SiteUrls } from './sites.ts'

/**
 * The URLs at which a compose may be, most likely first. A release since 7 has two, unless its tree is known.
 * @throws Error if the place of the compose is not known.
 */
export function composeUrls(ref: ComposeRef, sites: Sites = fedoraSites): readonly string[] {
  if (ref.kind === 'pungi') return [treeUrl(ref.id, sites)]
  return placesOfRef(ref).map((place) => `${baseOf(sites, place.site)}/${pathAt(place, ref)}`)
}

/** The first of {@link composeUrls}: `…/compose` for a Pungi compose, the top of the tree for any other. */
export function composeUrl(ref: ComposeRef, sites: Sites = fedoraSites): string {
  const [url] = composeUrls(ref, sites)
  if (url === undefined)
    throw new Error(`no place is known for ${formatComposeName(ref)}: add it to the table of places`)
  return url
}

function baseOf(sites: Sites, site: keyof SiteUrls): string {
  const [base] = sites[site]
  if (base === undefined) throw new Error(`no base URL is configured for ${site}`)
  return base
}
