import { composeClassOf, type ComposeClass } from './compose-class.ts'
import { seriesName, typeSuffixes } from '../naming/compose-id.ts'
import { idAtUrl } from './parse-compose-url.ts'
import type { Sites } from './sites.ts'

/**
 * Sites that also have the folders of these composes. The URL of a compose of Pungi below a site says where
 * it is, though no class has its id; a compose of a known class is in the folder of its class only. Other
 * words are ignored.
 */
export function sitesWith(words: readonly string[], sites: Sites): Sites {
  const more = words.map((word) => unlistedClass(word, sites)).filter((each) => each !== null)
  return more.length === 0 ? sites : { ...sites, classes: [...sites.classes, ...more] }
}

/** The line of the compose at a URL, in its folder. Null if the URL has none, or its class is known. */
function unlistedClass(word: string, sites: Sites): ComposeClass | null {
  const found = idAtUrl(word, sites)
  if (found === null || composeClassOf(found.id, sites.classes) !== null) return null
  const { id, folder } = found
  const form = `${seriesName(id)}-<date>${typeSuffixes[id.type]}.<respin>`
  return { name: seriesName(id), forms: [form], folder, why: 'its URL says where it is' }
}
