import { formatComposeId, streamOf, type ComposeId } from '../compose/naming/compose-id.ts'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { daysBefore } from '../compose/naming/calendar.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { composeDate, type Night } from '../compose/naming/night.ts'
import { parseNightCompose, type MashRef } from '../compose/naming/mash-ref.ts'
import { versionOf } from '../compose/naming/releases.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { composeUrlOf, seriesFolder } from '../compose/places/location.ts'
import { composeBase, type ComposeSource, type Places } from './compose-tools.ts'
import { readReleases } from './read-releases.ts'

/** What to look for: the newest compose of a stream, or one by name. */
export interface ComposeSearch {
  readonly stream: Stream
  /** The UTC date, `YYYYMMDD`; null for the newest of any date. */
  readonly date: string | null
  /** Today's UTC date, `YYYYMMDD`: a compose of today or yesterday proves its release still Branched. */
  readonly today: string
  /** The name of one compose; null for the newest. */
  readonly compose: string | null
  /** Names of composes to skip. */
  readonly discarded: readonly string[]
}

/** What a night looks for: the newest compose of its date, or one by name. */
export function searchOfNight(
  night: Night,
  { compose = null, discarded = [] }: Partial<Pick<ComposeSearch, 'compose' | 'discarded'>> = {},
): ComposeSearch {
  const date = composeDate(night)
  return { stream: night.stream, date, today: date, compose, discarded }
}

/**
 * What a search found. `none`: there is no such compose yet. `never`: there will be none. `no-branched`:
 * Fedora has no Branched release.
 */
export type SearchAnswer =
  | { readonly kind: 'found'; readonly ref: ComposeRef; readonly compose: string; readonly url: string }
  | { readonly kind: 'none' | 'never'; readonly said: string }
  | { readonly kind: 'no-branched' }

/**
 * Looks for a compose where its maker puts it. It reads the list of releases only when it needs the number of
 * the Branched release: if there is no Branched compose, or only one older than yesterday's.
 * @throws ClientFailure if a service that it needs does not answer.
 */
export async function findCompose(
  source: ComposeSource & { readonly places: Pick<Places, 'generation'> },
  search: ComposeSearch,
): Promise<SearchAnswer> {
  const named = search.compose === null ? null : parseNightCompose(search.compose)
  if (named?.kind === 'mash') return findTree(source, search, named)
  if (named === null && source.places.generation === 'mash') return findMash(source, search)
  return findPungi(source, search)
}

async function findPungi(source: ComposeSource, search: ComposeSearch): Promise<SearchAnswer> {
  const base = composeBase(source)
  const folder = seriesFolder(search.stream, base)
  const listed = composeNames(await source.tree.read(folder)).filter((id) => isWanted(id, search))
  // The oldest comes first.
  const newest = listed.at(-1)
  if (newest && isCurrent(newest, search)) return foundPungi(newest, base)
  const version = await versionNow(source, search.stream)
  if (version === null) return { kind: 'no-branched' }
  return newest
    ? foundPungi(newest, base)
    : { kind: 'none', said: `${sayNone(search, version)} in ${folder}` }
}

function isWanted(id: ComposeId, { stream, date, compose, discarded }: ComposeSearch): boolean {
  const name = formatComposeId(id)
  if (discarded.includes(name)) return false
  if (compose !== null) return name === compose
  return streamOf(id) === stream && (date === null || id.date === date)
}

/** A release is no longer Branched after its last nightly, but its composes stay for two weeks. */
function isCurrent({ date }: ComposeId, { stream, date: asked, compose, today }: ComposeSearch): boolean {
  return stream === 'rawhide' || asked !== null || compose !== null || date >= daysBefore(today, 1)
}

function foundPungi(id: ComposeId, base: string): SearchAnswer {
  return {
    kind: 'found',
    ref: { kind: 'pungi', id },
    compose: formatComposeId(id),
    url: composeUrlOf(id, base),
  }
}

/** In 2015 each date had one nightly and no respins. Without a date, the newest is today's or yesterday's. */
async function findMash(source: ComposeSource, search: ComposeSearch): Promise<SearchAnswer> {
  const version = await versionNow(source, search.stream)
  if (version === null) return { kind: 'no-branched' }
  const dates = search.date === null ? [search.today, daysBefore(search.today, 1)] : [search.date]
  let answer: SearchAnswer = { kind: 'none', said: 'no date was asked for' }
  for (const date of dates) {
    answer = await findTree(source, search, { kind: 'mash', version, date })
    if (answer.kind === 'found') return answer
  }
  return answer
}

async function findTree(
  source: ComposeSource,
  { discarded }: ComposeSearch,
  ref: MashRef,
): Promise<SearchAnswer> {
  const compose = formatComposeName(ref)
  if (discarded.includes(compose))
    return { kind: 'never', said: `${compose} is the only nightly of its date` }
  const url = composeUrl(ref, source.sites)
  return (await source.tree.exists(`${url}/`))
    ? { kind: 'found', ref, compose, url }
    : { kind: 'none', said: `no ${compose} at ${url}/` }
}

function sayNone({ compose, date, discarded }: ComposeSearch, version: string): string {
  const wanted = compose ?? `Fedora-${version}-${date ?? '*'}.n.*`
  const last = discarded.at(-1)
  return `no ${wanted}${last === undefined ? '' : ` newer than ${last}`}`
}

async function versionNow(source: ComposeSource, stream: Stream): Promise<string | null> {
  return stream === 'rawhide' ? 'Rawhide' : versionOf(stream, await readReleases(source))
}
