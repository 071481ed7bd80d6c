import type { WebPage } from './page.ts'
import { bugsPage } from './pages/bugs.ts'
import { comparePage } from './pages/compare.ts'
import { composePage } from './pages/compose.ts'
import { composesPage } from './pages/composes.ts'
import { homePage } from './pages/home.ts'
import { imagePage } from './pages/image.ts'
import { nightPage } from './pages/night.ts'
import { streamPage } from './pages/stream.ts'
import { testPage } from './pages/test.ts'
import { streamTrendsPage } from './pages/stream-trends.ts'
import { trendsPage } from './pages/trends.ts'
import { editionWord, runOfPath } from './parts/paths.ts'
import type { Site } from './site.ts'

/** The page at the parts of a path; null where there is none. */
export async function pageAt(site: Site, parts: readonly string[]): Promise<WebPage | null> {
  const [first, ...rest] = parts
  switch (first) {
    case undefined:
      return homePage(site)
    case 'bugs':
      return rest.length === 0 ? bugsPage(site) : Promise.resolve(null)
    case 'compare':
      return comparePage(site, rest)
    case 'compose':
      return composePage(site, rest)
    case 'composes':
      return composesPage(site, rest)
    case 'image':
      return imagePage(site, rest)
    case 'test':
      return testPage(site, rest)
    case 'trends':
      return trendsAt(site, rest)
    default:
      return rest.length === 0 ? streamPage(site, first) : nightAt(site, first, rest)
  }
}

function trendsAt(site: Site, rest: readonly string[]): Promise<WebPage | null> {
  const [stream, ...more] = rest
  if (stream === undefined) return trendsPage(site)
  return more.length === 0 ? streamTrendsPage(site, stream) : Promise.resolve(null)
}

/** `rawhide/2026-11-24`, `candidate/44/RC-1.2`, each with `edition-1` behind it or not. */
function nightAt(site: Site, stream: string, rest: readonly string[]): Promise<WebPage | null> {
  const last = rest.at(-1) ?? ''
  const edition = editionIn(last)
  const run = runOfPath([stream, ...(edition === null ? rest : rest.slice(0, -1))])
  return nightPage(site, run, edition ?? undefined)
}

function editionIn(part: string): number | null {
  const number = part.startsWith(editionWord) ? part.slice(editionWord.length) : ''
  return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : null
}
