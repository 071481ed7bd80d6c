import { composeDateOf } from '../../compose/naming/compose-id.ts'
import { candidateRunId } from '../../compose/naming/candidate.ts'
import { readLabel } from '../../compose/naming/label.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import type { Night } from '../../compose/naming/night.ts'
import type { OpenedCompose } from '../../compose/expected/opened-compose.ts'
import type { Past } from '../../jobs/compare/past.ts'
import { nothingKnown, type Before } from '../../jobs/compare/before.ts'
import { pastNightOf } from '../../jobs/compare/past-night-of.ts'
import { programVersion } from '../../workers/program-version.ts'
import type { OpenQaToRead } from '../../workers/openqa-to-read.ts'
import type { NightFacts } from '../../report/facts.ts'
import { buildResults, jobsOfBuild } from '../../sources/openqa/build-results.ts'
import { explainImages } from '../../sources/explain-images.ts'
import { findPrevious } from '../../sources/find-previous.ts'
import { nightsBefore } from '../../sources/nights-before.ts'
import { readStatus } from '../../sources/read-status.ts'
import { withPlaces } from '../../sources/compose-tools.ts'
import { placesOfStream } from '../../workers/config/places.ts'
import { UsageError } from '../exit-code.ts'
import type { Opener } from '../composes/open.ts'
import { namesArchive, withArchive } from '../nights/with-archive.ts'
import type { ConfigOption } from '../options.ts'
import { nightOfLive } from './live-night.ts'

/** What a report on a compose is made from that no night reports on, and whom to ask. */
export interface LiveCompose {
  readonly composes: Opener
  readonly opened: OpenedCompose
  readonly openqa: OpenQaToRead
  /** What to compare it with, as a word of the command line. */
  readonly baseline: string | undefined
  readonly options: ConfigOption
}

/** What only a night has, and it is of none. */
const ofNoNight = {
  orders: [],
  acceptances: [],
  publishBy: false,
  unansweredSince: null,
  watchedUntil: null,
  respinOf: null,
  replacedBy: null,
  discarded: [],
  refusedRestarts: [],
  stages: [],
  runUrl: null,
}

/**
 * Gathers what a report is made from out of live services, or a folder and openQA.
 * @throws ClientFailure, Garbled where openQA or the compose does not answer
 */
export async function liveFacts(live: LiveCompose): Promise<NightFacts> {
  const { composes, opened, openqa } = live
  const { compose, images, tree } = opened
  const at = new Date().toISOString()
  const { services, settings } = composes
  const { night, title, label } = await nightOfLive({ services, settings, opened, at })
  const ownServices = withPlaces(services, placesOfStream(services.places, settings, night.stream))
  const results = await buildResults(openqa, compose)
  const settled = results.awaited === 'settled'
  return {
    night,
    title,
    workflowId: `report/${compose}`,
    outcome: settled ? 'tested' : 'unfinished-tests',
    why: `openQA has ${results.jobs.latest.length} tests of ${compose}`,
    compose: { id: compose, url: tree, status: await statusOf(live), label },
    images: await explainImages(await ownServices.all(), opened),
    allImages: images,
    explanations: {},
    before: await before({ ...live, opened: { ...opened, label } }, night, at),
    changes: null,
    standards: composes.services.places.standards(night.stream),
    mode: 'observe',
    posts: [],
    ...results,
    ...ofNoNight,
    openqaUrl: composes.services.places.openqa,
    at,
    program: programVersion(),
    edition: 1,
    previous: null,
  }
}

async function statusOf({ composes: { services }, opened: { id } }: LiveCompose): Promise<string> {
  if (id === null) return ''
  return (await readStatus(services, id)) ?? ''
}

async function before(live: LiveCompose, night: Night, at: string): Promise<Before> {
  const known = await fromArchive(live, night, at)
  if (live.baseline !== undefined) return beside(live, live.baseline, known)
  if (known?.past.kind === 'known' && known.past.nights.length > 0) return known
  const { ref } = live.opened
  const previous = ref === null ? null : await findPrevious(live.composes.services, ref)
  if (previous !== null) return besideOne(live, formatComposeName(previous))
  return known ?? { ...nothingKnown(''), past: { kind: 'known', nights: [] } }
}

/** The named compose, with the nights before it where the archive has it, else by what openQA says of it. */
async function beside(live: LiveCompose, word: string, known: Before | null): Promise<Before> {
  const { compose } = await live.composes.open(word)
  if (compose === live.opened.compose) throw new UsageError(`${compose} cannot be compared with itself`)
  const nights = known?.past.kind === 'known' ? known.past.nights : []
  const place = nights.findIndex((night) => night.compose === compose)
  const one = await besideOne(live, word)
  if (known === null || place === -1) return one
  const { baselineCompose, baselineImages } = one
  const past = { kind: 'known', nights: nights.slice(place) } as const
  return { ...known, past, baselineCompose, baselineImages }
}

/** What the archive knows; null where there is none, or where it is away. */
async function fromArchive(
  { options, opened }: LiveCompose,
  night: Night,
  at: string,
): Promise<Before | null> {
  if (!(await namesArchive(options))) return null
  const label = readLabel(opened.label ?? '')
  const release = Number(opened.id?.version)
  const run = label === null ? `report/${opened.compose}` : candidateRunId({ release, label })
  try {
    return await withArchive(options, (archive) => nightsBefore(archive, { night, run, at }))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArchiveAway') throw error
    console.error(`nightjar: ${error.message}; the compose is compared with the one before it`)
    return null
  }
}

/** One compose to compare with, by what openQA and its metadata say of it now. */
async function besideOne({ composes, openqa }: LiveCompose, word: string): Promise<Before> {
  const { compose, images, id } = await composes.open(word)
  const jobs = await jobsOfBuild(openqa, compose)
  const date = id === null ? null : composeDateOf(id)
  const night = pastNightOf({ run: `report/${compose}`, edition: 1, compose, date }, jobs)
  const past: Past =
    jobs.latest.length === 0
      ? { kind: 'unknown', why: `openQA has no results of ${compose}` }
      : { kind: 'known', nights: [night] }
  return { ...nothingKnown(''), past, baselineCompose: compose, baselineImages: images }
}
