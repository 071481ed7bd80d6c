import { composeTree } from '../../clients/compose-tree.ts'
import { ask, failureOf } from '../../clients/http.ts'
import { ClientFailure } from '../../clients/failure.ts'
import { koji } from '../../clients/koji/koji.ts'
import { rsync } from '../../clients/rsync/rsync.ts'
import { branchedRelease } from '../../compose/naming/releases.ts'
import { readReleases } from '../../sources/read-releases.ts'
import type { Settings } from '../config/config.ts'
import { placesOf, treeHosts } from '../config/places.ts'
import { sitesOf } from '../config/sites.ts'
import { ok, type Examined, type OtherClock } from './diagnosis.ts'
import { findingOf, requestMs } from './finding-of.ts'

const wait = 'nothing if it is an outage: nights ask again; otherwise correct'

/** The tree that composes are in. Its clock is asked, too. */
export async function examineTree(settings: Settings): Promise<Examined> {
  const clocks: OtherClock[] = []
  const { composes, mash } = sitesOf(settings)
  const url = settings.compose.generation === 'mash' ? `${mash[0]}/` : `${composes[0]}/rawhide/`
  const read = async () => {
    const answer = await ask({
      service: 'the compose tree',
      url,
      allowedHosts: treeHosts(settings),
      deadlineMs: requestMs,
      maxBytes: 8 * 1024 * 1024,
      headers: { 'Cache-Control': 'no-cache' },
    })
    clocks.push(...clockOf('the compose tree', answer.headers))
    const kind = failureOf(answer.status)
    if (kind !== null) throw new ClientFailure(kind, 'the compose tree', `${url} answered ${answer.status}`)
    return `${url} answers`
  }
  const advice = { silent: `${wait} compose.tree`, wrong: 'correct compose.tree' }
  return { findings: [await findingOf('compose tree', read, advice)], clocks }
}

/** What a header says of a clock. An answer that a cache kept has an old one. */
function clockOf(of: string, headers: { get(name: string): string | null }): readonly OtherClock[] {
  const theirs = Date.parse(headers.get('date') ?? '')
  const isKept = Number(headers.get('age') ?? 0) > 0
  return Number.isNaN(theirs) || isKept ? [] : [{ of, aheadMs: theirs - Date.now() }]
}

/** Fedora's list of its releases, which says which one is Branched. */
export async function examineReleases(settings: Settings): Promise<Examined> {
  const { releases } = settings.compose
  const tree = composeTree({ allowedHosts: treeHosts(settings), deadlineMs: requestMs })
  const read = async () => {
    const branched = branchedRelease(await readReleases({ tree, releases }))
    return branched === null ? 'there is no Branched release at present' : `Fedora ${branched} is Branched`
  }
  const advice = { silent: `${wait} compose.releases`, wrong: 'correct compose.releases' }
  return { findings: [await findingOf('list of releases', read, advice)], clocks: [] }
}

/** Koji's hub. */
export async function examineKoji(settings: Settings): Promise<Examined> {
  const { koji: url, kojiRequired } = placesOf(settings)
  if (!kojiRequired) return { findings: [ok('Koji', 'not asked: koji.required is false')], clocks: [] }
  const hub = koji({ url, deadlineMs: requestMs })
  const read = async () => {
    await hub.call('getAPIVersion')
    return `${url} answers`
  }
  const advice = { silent: `${wait} koji.hub`, wrong: 'correct koji.hub' }
  return { findings: [await findingOf('Koji', read, advice)], clocks: [] }
}

/** The mirror, and the program that lists it. */
export async function examineMirror(settings: Settings): Promise<Examined> {
  const { mirror: url, mirrorRequired } = placesOf(settings)
  if (!mirrorRequired) return { findings: [ok('mirror', 'not asked: mirror.required is false')], clocks: [] }
  const lister = rsync({ allowedHosts: [new URL(url).host], deadlineMs: requestMs })
  const read = async () => {
    const answer = await lister.list(`${url}/`, () => {}, { depth: 'folder' })
    if (answer.kind === 'absent') throw new ClientFailure('absent', 'rsync', answer.said)
    return `rsync is there, and ${url} answers`
  }
  const advice = {
    silent: `${wait} mirror.rsync`,
    wrong: 'install rsync if it is missing, else correct mirror.rsync',
  }
  return { findings: [await findingOf('mirror', read, advice)], clocks: [] }
}
