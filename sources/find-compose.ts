import { formatComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { daysBefore } from '../compose/naming/calendar.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { composeDate, type Night } from '../compose/naming/night.ts'
import { parseNightCompose, type MashRef } from '../compose/naming/mash-ref.ts'
import { filledForm } from '../compose/naming/id-form.ts'
import { releaseOf } from '../compose/naming/releases.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { isOfClass } from '../compose/places/compose-class.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { classFolder, composeUrlOf } from '../compose/places/location.ts'
import { lineNamed, type StreamLine } from '../compose/streams/stream-line.ts'
import type { DueWindow } from '../compose/streams/due-window.ts'
import type { ComposeSource, Places } from './compose-tools.ts'
import { mayBeIn, newestIn } from './nights/due-window.ts'
import { readReleases } from './read-releases.ts'

/** What to look for: the newest compose of a stream, or one by name. */
export interface ComposeSearch {
  readonly stream: Stream
  /** The UTC date, `YYYYMMDD`; null for the newest of any date. */
  readonly date: string | null
  /** Only composes that started in it, whatever the date; left out or null, those of a date. */
  readonly window?: DueWindow | null
  /** Today's UTC date, `YYYYMMDD`: a compose of today or yesterday proves its release still Branched. */
  readonly today: string
  /** The name of one compose; null for the newest. */
  readonly compose: string | null
  /** Names of composes to skip. */
  readonly discarded: readonly string[]
}

/** What a night looks for: the newest compose of its date or due window, or one by name. */
export function searchOfNight(
  night: Night,
  {
    compose = null,
    discarded = [],
    window = null,
  }: Partial<Pick<ComposeSearch, 'compose' | 'discarded' | 'window'>> = {},
): ComposeSearch {
  const date = composeDate(night)
  return { stream: night.stream, date, window, today: date, compose, discarded }
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
 * Looks for a compose where its maker puts it. It reads the list of releases only when it needs a number:
 * that of a stream of the current release, say, and that of Branched if there is no Branched compose, or only
 * one older than yesterday's.
 * @throws ClientFailure if a service that it needs does not answer.
 */
export async function findCompose(
  source: ComposeSource & { readonly places: Pick<Places, 'generation'> },
  search: ComposeSearch,
): Promise<SearchAnswer> {
  const named = search.compose === null ? null : parseNightCompose(search.compose)
  if (named?.kind === 'mash') return findTree(source, search, named)
  if (named?.kind === 'pungi') return findNamed(source, search, named.id)
  if (source.places.generation === 'mash') return findMash(source, search)
  return findPungi(source, search)
}

async function findPungi(source: ComposeSource, search: ComposeSearch): Promise<SearchAnswer> {
  const line = lineNamed(search.stream, source.lines)
  // Fedora's folder of Branched composes has no others: they tell which release it is.
  const isOfBranched = line.release === 'branched' && line.composes.name === 'branched'
  const isTold = line.release === null || isOfBranched
  const known = isTold ? null : await versionNow(source, line)
  if (known === null && !isTold) return { kind: 'no-branched' }
  const folder = classFolder(line.composes, known ?? '', source.sites)
  const listed = ofLine(composeNames(await source.tree.read(folder)), line, known)
  // The oldest comes first.
  const wanted = listed.filter((id) => isWanted(id, search))
  const { window = null } = search
  const newest = window === null ? wanted.at(-1) : await newestIn(source, wanted, window)
  if (newest && isCurrent(newest, search, line)) return foundPungi(newest, source)
  const version = known ?? (await versionNow(source, line))
  if (version === null && line.release !== null) return { kind: 'no-branched' }
  return newest
    ? foundPungi(newest, source)
    : { kind: 'none', said: `${sayNone(search, line, version)} in ${folder}` }
}

/** Looks for one compose, of whatever release it is. */
async function findNamed(source: ComposeSource, search: ComposeSearch, id: ComposeId): Promise<SearchAnswer> {
  const { composes } = lineNamed(search.stream, source.lines)
  const name = formatComposeId(id)
  if (!isOfClass(id, composes)) return { kind: 'never', said: `${name} is no compose of ${search.stream}` }
  const folder = classFolder(composes, id.version, source.sites)
  const isThere = composeNames(await source.tree.read(folder)).some((each) => formatComposeId(each) === name)
  return isThere && !search.discarded.includes(name)
    ? foundPungi(id, source)
    : { kind: 'none', said: `no ${name} in ${folder}` }
}

/** The composes of a stream. Where two releases are branched at the same time, it is of the newer one. */
function ofLine(
  ids: readonly ComposeId[],
  { composes, release }: StreamLine,
  version: string | null,
): readonly ComposeId[] {
  const own = ids.filter((id) => isOfClass(id, composes))
  const newest = release === 'branched' ? String(Math.max(...own.map((id) => Number(id.version)))) : null
  const wanted = version ?? newest
  return wanted === null ? own : own.filter((id) => id.version === wanted)
}

function isWanted(id: ComposeId, { date, window = null, discarded }: ComposeSearch): boolean {
  if (discarded.includes(formatComposeId(id))) return false
  return window === null ? date === null || id.date === date : mayBeIn(id, window)
}

/** A release is no longer Branched after its last nightly, but its composes stay for two weeks. */
function isCurrent({ date }: ComposeId, search: ComposeSearch, { release }: StreamLine): boolean {
  const { date: asked, today } = search
  return release !== 'branched' || asked !== null || date >= daysBefore(today, 1)
}

function foundPungi(id: ComposeId, { sites }: ComposeSource): SearchAnswer {
  return {
    kind: 'found',
    ref: { kind: 'pungi', id },
    compose: formatComposeId(id),
    url: composeUrlOf(id, sites),
  }
}

/** In 2015 each date had one nightly and no respins. Without a date, the newest is today's or yesterday's. */
async function findMash(source: ComposeSource, search: ComposeSearch): Promise<SearchAnswer> {
  const version =
    search.stream === 'rawhide' ? 'Rawhide' : await versionNow(source, lineNamed('branched', source.lines))
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

function sayNone(search: ComposeSearch, line: StreamLine, version: string | null): string {
  const { date, window = null, discarded } = search
  const [form = ''] = line.composes.forms
  const last = discarded.at(-1)
  const newer = last === undefined ? '' : ` newer than ${last}`
  if (window === null) return `no ${filledForm(form, version, date)}${newer}`
  const [from, until] = [window.from, window.until].map((at) => at.slice(0, 16).replace('T', ' '))
  return `no ${filledForm(form, version, null)}${newer} that started from ${from} to ${until} UTC`
}

/** The version in the ids of a stream. Null without a Branched, and for ids without a number. */
export async function versionNow(source: ComposeSource, { release }: StreamLine): Promise<string | null> {
  if (release === null || typeof release === 'number') return release === null ? null : String(release)
  const number = releaseOf(release, await readReleases(source))
  return number === null ? null : String(number)
}
