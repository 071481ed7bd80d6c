import { Command } from 'commander'
import { findNewest, type Newest } from '../../sources/find-newest.ts'
import { composeDateOf } from '../../compose/naming/compose-id.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { composeSource } from '../../workers/config/compose-source.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { exitCode } from '../exit-code.ts'
import { readDate } from '../nights/night-argument.ts'
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
    .description('Finds the newest compose of a stream, of one date or of any, and what its STATUS says.')
    .addArgument(streamArgument())
    .option('-d, --date <YYYY-MM-DD>', 'of this UTC date')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(find)
}

async function find(word: string, { date, config, json }: FindOptions): Promise<void> {
  const stream = readStream(word)
  const asked = date === undefined ? null : readDate(date)
  const source = composeSource(loadConfig(config))
  const newest = await findNewest(source, {
    stream,
    date: asked?.replaceAll('-', '') ?? null,
    yesterday: yesterday(),
  })
  console.log(json ? JSON.stringify(inJson(stream, asked, newest), null, 2) : inWords(stream, asked, newest))
  if (newest.kind === 'none') process.exitCode = exitCode.bad
}

function inJson(stream: Stream, asked: string | null, newest: Newest) {
  if (newest.kind !== 'found')
    return {
      stream,
      date: asked,
      compose: null,
      url: null,
      status: null,
      why: inWords(stream, asked, newest),
    }
  const { id, compose, url, status } = newest
  return { stream, date: composeDateOf(id), compose, url, status }
}

function inWords(stream: Stream, asked: string | null, newest: Newest): string {
  switch (newest.kind) {
    case 'found':
      return `${newest.compose} ${newest.status ?? '(no STATUS yet)'}\n${newest.url}`
    case 'none':
      return `no ${stream} compose${asked === null ? '' : ` of ${asked}`} in ${newest.folder}`
    case 'no-branched':
      return 'Fedora has no Branched release at present'
    default:
      return newest satisfies never
  }
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
}
