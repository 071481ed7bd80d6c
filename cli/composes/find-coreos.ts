import { buildsUrl } from '../../compose/coreos/builds-json.ts'
import { coreosFolder, coreosName, type CoreosBuild } from '../../compose/coreos/coreos-build.ts'
import { dashed, undashed } from '../../compose/naming/calendar.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { findCoreos } from '../../sources/coreos/find-coreos.ts'
import { openCoreos } from '../../sources/coreos/open-coreos.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { findForm } from '../forms/find.ts'
import { jsonOf } from '../json.ts'
import { nameCompose } from './compose-argument.ts'
import { readVersion } from './search-lines.ts'

/** What `nightjar find` is asked of Fedora CoreOS. */
interface CoreosQuestion {
  /** `YYYY-MM-DD`; null for any. */
  readonly date: string | null
  readonly release: string | undefined
  readonly json: boolean | undefined
}

/** The stream of `coreos-stable`. Null for another word. */
function streamOf(word: string): string | null {
  return /^coreos-([a-z][a-z-]{0,40})$/.exec(word)?.[1] ?? null
}

/** Whether a word is a URL, or names a stream of Fedora CoreOS. */
export function isOfCoreos(word: string): boolean {
  return word.includes('://') || streamOf(word) !== null
}

/** Prints the build at a URL, or the newest one of a stream. @throws UsageError, ClientFailure, Garbled */
export async function printCoreos(
  word: string,
  services: ComposeServices,
  question: CoreosQuestion,
): Promise<void> {
  const stream = streamOf(word)
  const build =
    stream === null ? await buildAt(word, services, question) : await newest(stream, services, question)
  if (build === null) {
    process.exitCode = exitCode.bad
    const why = noneOf(stream ?? '', services, question)
    const none = { stream: word, date: question.date, compose: null, url: null, status: null, why }
    console.log(question.json ? jsonOf(findForm, none) : why)
  } else {
    const url = coreosFolder(build, services.sites.coreos)
    console.log(question.json ? inJson(build, url) : `${coreosName(build)}\n${url}`)
  }
}

function inJson(build: CoreosBuild, url: string): string {
  return jsonOf(findForm, {
    stream: `coreos-${build.stream}`,
    date: dashed(build.date),
    compose: coreosName(build),
    url,
    status: null,
    why: null,
  })
}

function noneOf(
  stream: string,
  { places, sites }: ComposeServices,
  { date, release }: CoreosQuestion,
): string {
  const of = [release === undefined ? '' : ` of release ${release}`, date === null ? '' : ` of ${date}`]
  return `no build for ${places.arches.join(' or ')}${of.join('')} in ${buildsUrl(stream, sites.coreos)}`
}

async function newest(
  stream: string,
  services: ComposeServices,
  { date, release }: CoreosQuestion,
): Promise<CoreosBuild | null> {
  return findCoreos(services, {
    stream,
    arches: services.places.arches,
    ...(date !== null && { date: undashed(date) }),
    ...(release !== undefined && { release: Number(readVersion(release)) }),
  })
}

async function buildAt(
  word: string,
  services: ComposeServices,
  { date, release }: CoreosQuestion,
): Promise<CoreosBuild> {
  const named = nameCompose(word, services.sites)
  if (named.kind !== 'coreos')
    throw new UsageError('expected a stream; of URLs only those of builds of Fedora CoreOS are found')
  if (date !== null || release !== undefined)
    throw new UsageError('a URL names one build: leave out --date and --release')
  await openCoreos(services, named.build)
  return named.build
}
