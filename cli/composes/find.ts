import { Command } from 'commander'
import { findCompose, type SearchAnswer } from '../../sources/find-compose.ts'
import { readStatus } from '../../sources/read-status.ts'
import { dateOfCompose } from '../../compose/naming/night-of.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { dashed, undashed } from '../../compose/naming/calendar.ts'
import { respins, searchedLines } from '../../compose/streams/searched-lines.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { respinFolder } from '../../compose/places/respin-folder.ts'
import { findRespin } from '../../sources/mirrored/newest-respin.ts'
import { isOfCoreos, printCoreos } from './find-coreos.ts'
import { linesToSearch, ofRelease, readVersion } from './search-lines.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { exitCode } from '../exit-code.ts'
import { findForm } from '../forms/find.ts'
import { jsonOf } from '../json.ts'
import { readDate, today } from '../nights/night-argument.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { readStream, streamArgument } from '../nights/stream-argument.ts'

interface FindOptions extends ConfigOption, JsonOption {
  readonly date?: string
  readonly release?: string
}

const help = `
Beside the streams it knows ${searchedLines.map(({ name }) => name).join(', ')}
and ${respins}, the live respins. coreos-<stream> is a stream of Fedora CoreOS, such as coreos-testing; the URL of one
of its builds is found, too.

Examples:
  nightjar find rawhide
  nightjar find branched --date 2026-11-23
  nightjar find cloud --release 43
  nightjar find epel --release 10.1
  nightjar find coreos-stable
  nightjar images "$(nightjar find rawhide --json | jq -r .compose)"

Exit codes: 0 there is one, or Fedora has no Branched release at present; 1 there is none, 2 wrong usage, 3 no answer.`

/** `nightjar find <stream>` */
export function findCommand(): Command {
  return new Command('find')
    .description('Finds the newest compose of a stream, and its STATUS.')
    .addArgument(streamArgument())
    .option('-d, --date <YYYY-MM-DD>', 'only composes of this UTC date')
    .option('-r, --release <number>', 'of this release, such as 43 (default: as docs/streams.md says)')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(find)
}

async function find(word: string, { date, release, config, json }: FindOptions): Promise<void> {
  const settings = loadConfig(config)
  const lines = linesToSearch(linesOf(settings))
  const asked = date === undefined ? null : readDate(date)
  const services = composeServices(settings)
  const isStream = lines.some((line) => line.name === word)
  if (!isStream && isOfCoreos(word)) return printCoreos(word, services, { date: asked, release, json })
  const stream = word === respins ? respins : readStream(word, lines, [respins, 'coreos-<stream>'])
  const newest =
    stream === respins
      ? await findNewestRespin(services, asked, release)
      : await findNewest({ ...services, lines: ofRelease(lines, stream, release) }, stream, asked)
  console.log(json ? inJson(stream, asked, newest) : inWords(newest))
  if (newest.kind === 'none' || newest.kind === 'never') process.exitCode = exitCode.bad
}

/** The newest compose of a stream with its STATUS, null if it has none. */
type Newest =
  | (Extract<SearchAnswer, { kind: 'found' }> & { readonly status: string | null })
  | Exclude<SearchAnswer, { kind: 'found' }>

async function findNewest(services: ComposeServices, stream: Stream, asked: string | null): Promise<Newest> {
  const found = await findCompose(services, {
    stream,
    date: asked === null ? null : undashed(asked),
    today: undashed(today()),
    compose: null,
    discarded: [],
  })
  if (found.kind !== 'found') return found
  const status = found.ref.kind === 'pungi' ? await readStatus(services, found.ref.id) : null
  return { ...found, status }
}

/** Live respins have no STATUS: they are on the mirror, or are not. */
async function findNewestRespin(
  services: ComposeServices,
  asked: string | null,
  release: string | undefined,
): Promise<Newest> {
  const search = {
    ...(asked !== null && { date: undashed(asked) }),
    ...(release !== undefined && { release: Number(readVersion(release)) }),
  }
  const ref = await findRespin(services, search)
  const url = respinFolder(services.sites)
  if (ref) return { kind: 'found', ref, compose: formatComposeName(ref), url, status: null }
  return {
    kind: 'none',
    said: `no live respins${release === undefined ? '' : ` of ${release}`}${asked === null ? '' : ` of ${asked}`} in ${url}`,
  }
}

function inJson(stream: Stream, asked: string | null, newest: Newest): string {
  if (newest.kind !== 'found') {
    const none = { compose: null, url: null, status: null, why: inWords(newest) }
    return jsonOf(findForm, { stream, date: asked, ...none })
  }
  const { ref, compose, url, status } = newest
  const date = ref.kind === 'respin' ? dashed(ref.date) : (dateOfCompose(ref) ?? asked)
  return jsonOf(findForm, { stream, date, compose, url, status, why: null })
}

function inWords(newest: Newest): string {
  switch (newest.kind) {
    case 'found':
      return `${newest.compose}${statusInWords(newest)}\n${newest.url}`
    case 'none':
    case 'never':
      return newest.said
    case 'no-branched':
      return 'Fedora has no Branched release at present'
    default:
      return newest satisfies never
  }
}

/** Only composes of Pungi have a STATUS. */
function statusInWords({ ref, status }: Extract<Newest, { kind: 'found' }>): string {
  return ref.kind !== 'pungi' ? '' : ` ${status ?? '(no STATUS yet)'}`
}
