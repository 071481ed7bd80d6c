import { composeClassOf } from './compose-class.ts'
import { parseComposeId, readComposeId, type ComposeId } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import { Garbled } from '../garbled.ts'
import { refAt } from './place-of-ref.ts'
import { places } from './place.ts'
import { pathBelow, readPlainUrl } from './plain-url.ts'
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
      const ref = path && readPath(sites, site, path)
      if (ref) return ref
    }
  }
  const bases = [...sites.composes, ...sites.mash, ...sites.mirror]
  const known = bases.some((base) => new URL(base).host === url.host)
  if (known) refuseId(url)
  throw new Garbled(
    known
      ? `the URL of a compose's folder below ${bases.join(', ')}`
      : `a URL on an allowed host (${hosts(bases)})`,
    quoted(text),
  )
}

/** Like {@link readPlainUrl}. @throws Garbled */
function plainUrl(text: string): URL {
  const url = readPlainUrl(text)
  if (url) return url
  throw new Garbled(
    'an http(s) URL without credentials, query, fragment, encoded characters or ".."',
    quoted(text),
  )
}

/** Where a part of the path looks like an id, that may be what is wrong. @throws Garbled */
function refuseId({ pathname }: URL): void {
  for (const name of pathname.split('/')) if (/-\d{8}\./.test(name)) parseComposeId(name)
}

function hosts(bases: readonly string[]): string {
  return [...new Set(bases.map((base) => new URL(base).host))].join(', ')
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
  const found = idAtPath(path)
  const place = found && composeClassOf(found.id, classes)
  const right = place && place.folder.replace('<version>', found.id.version) === found.folder
  return right ? { kind: 'pungi', id: found.id } : null
}

/** A compose of Pungi, and the path of the folder above it. */
interface Placed {
  readonly id: ComposeId
  readonly folder: string
}

/** The id in a URL of a compose below the sites of Pungi, of whatever class it is. Null if it has none. */
export function idAtUrl(text: string, { composes }: Pick<Sites, 'composes'>): Placed | null {
  const url = readPlainUrl(text)
  if (url === null) return null
  for (const base of composes) {
    const path = pathBelow(base, url)
    const found = path && idAtPath(path)
    if (found) return found
  }
  return null
}

/** `<folder>/<id>` or `<folder>/<id>/compose`. */
function idAtPath(path: string): Placed | null {
  const [, folder = '', name = ''] = /^(.+?)\/([^/]+?)(?:\/compose)?$/.exec(path) ?? []
  const id = readComposeId(name)
  return id && { id, folder }
}
