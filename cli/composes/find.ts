import { Command } from 'commander'
import { findCompose, type SearchAnswer } from '../../sources/find-compose.ts'
import { readStatus } from '../../sources/read-status.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import type { ComposeServices } from '../../sources/compose-tools.ts'
import { undashed } from '../../compose/naming/calendar.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { composeServices } from '../../workers/config/compose-source.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { exitCode } from '../exit-code.ts'
import { findForm } from '../forms/find.ts'
import { jsonOf } from '../json.ts'
import { readDate, today } from '../nights/night-argument.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { readStream, streamArgument } from '../nights/stream-argument.ts'

interface FindOptions extends ConfigOption, JsonOption {
  readonly date?: string
}

const help = `
Examples:
  nightjar find rawhide
  nightjar find branched --date 2026-11-23
  nightjar images "$(nightjar find rawhide --json | jq -r .compose)"

Exit codes: 0 there is one, or Fedora has no Branched release at present; 1 there is none, 2 wrong usage, 3 no answer.`

/** `nightjar find <stream>` */
export function findCommand(): Command {
  return new Command('find')
    .description('Finds the newest compose of a stream, and its STATUS.')
    .addArgument(streamArgument())
    .option('-d, --date <YYYY-MM-DD>', 'only composes of this UTC date')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(find)
}

async function find(word: string, { date, config, json }: FindOptions): Promise<void> {
  const stream = readStream(word)
  const asked = date === undefined ? null : readDate(date)
  const newest = await findNewest(composeServices(loadConfig(config)), stream, asked)
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

function inJson(stream: Stream, asked: string | null, newest: Newest): string {
  if (newest.kind !== 'found') {
    const none = { compose: null, url: null, status: null, why: inWords(newest) }
    return jsonOf(findForm, { stream, date: asked, ...none })
  }
  const { ref, compose, url, status } = newest
  const date = nightOf(ref)?.date ?? asked
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

/** A nightly of 2015 has no STATUS. */
function statusInWords({ ref, status }: Extract<Newest, { kind: 'found' }>): string {
  return ref.kind === 'mash' ? '' : ` ${status ?? '(no STATUS yet)'}`
}
