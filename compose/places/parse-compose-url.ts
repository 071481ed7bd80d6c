import { composeClassOf } from './compose-class.ts'
import { readComposeId } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { Garbled } from '../garbled.ts'
import { refAt } from './place-of-ref.ts'
import { places } from './place.ts'
import { quoted } from '../quoted.ts'
import { fedoraSites, type Sites, type SiteUrls } from './sites.ts'

/**
 * Reads the compose from its URL. Only a URL below one of the sites is accepted. It may have plain http,
 * double slashes and a slash at the end, because URLs in Pungi's messages have them.
 * @throws Garbled that says what is wrong with the URL.
 */
export function parseComposeUrl(text: string, sites: Sites = fedoraSites): ComposeRef {
  const url = plainUrl(text)
  for (const site of ['composes', 'mash', 'mirror'] as const) {
    for (const base of sites[site]) {
      const path = pathBelow(base, url)
      const ref = path === null ? null : readPath(sites, site, path)
      if (ref) return ref
    }
  }
  const bases = [...sites.composes, ...sites.mash, ...sites.mirror]
  const known = bases.some((base) => new URL(base).host === url.host)
  throw new Garbled(
    known
      ? `the URL of a compose's folder below ${bases.join(', ')}`
      : `a URL on an allowed host (${hosts(bases)})`,
    quoted(text),
  )
}

/**
 * Parses a URL that can mean only one thing. It has no credentials, query, fragment or encoded characters,
 * and no `.` or `..` in its path.
 */
function plainUrl(text: string): URL {
  const url = /^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._/-]{0,300}$/.test(text) ? URL.parse(text) : null
  if (url && !text.split('/').some((segment) => segment === '..' || segment === '.')) return url
  throw new Garbled(
    'an http(s) URL without credentials, query, fragment, encoded characters or ".."',
    quoted(text),
  )
}

function hosts(bases: readonly string[]): string {
  return [...new Set(bases.map((base) => new URL(base).host))].join(', ')
}

function pathBelow(base: string, url: URL): string | null {
  const top = new URL(base)
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const path = `/${segments.join('/')}`
  const below = `${top.pathname.replace(/\/+$/, '')}/`
  return url.host === top.host && path.startsWith(below) ? path.slice(below.length) : null
}

function readPath({ classes }: Sites, site: keyof SiteUrls, path: string): ComposeRef | null {
  if (site === 'composes') return readPungiPath(path, classes)
  for (const place of places) {
    const ref = place.site === site ? refAt(place, path) : null
    if (ref) return ref
  }
  return null
}

function readPungiPath(path: string, classes: Sites['classes']): ComposeRef | null {
  const [folder, name = '', tree = 'compose', ...more] = path.split('/')
  const id = readComposeId(name)
  const place = id && composeClassOf(id, classes)
  const right = place && place.folder.replace('<version>', id.version) === folder
  return right && tree === 'compose' && more.length === 0 ? { kind: 'pungi', id } : null
}
