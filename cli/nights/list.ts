import { Command, InvalidArgumentError, Option } from 'commander'
import type { NightLine } from '../../archive/queries/night-lines.ts'
import { verdictWords } from '../../jobs/verdict/verdicts.ts'
import { UsageError } from '../exit-code.ts'
import { nightsForm } from '../forms/nights.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { wordList } from '../word-list.ts'
import { readDate } from './night-argument.ts'
import { stripOf } from './strip.ts'
import { knownLines, readStream } from './stream-argument.ts'
import { listLink } from './ui-links.ts'
import { withArchive } from './with-archive.ts'
import { withEnds } from './with-ends.ts'

interface ListOptions extends ConfigOption, JsonOption {
  readonly limit: number
  readonly stream?: string
  readonly verdict?: readonly string[]
  readonly since?: string
  readonly svg?: boolean
}

const examples = `
Asks the archive: also nights that Temporal has long forgotten are listed. Temporal is asked only whether a night
without a verdict still runs.

Examples:
  nightjar list
  nightjar list --stream rawhide --verdict broken,unknown --since 2026-11-01
  nightjar list --stream rawhide --limit 30 --svg > rawhide.svg
  nightjar list --json | jq -r '.nights[] | select(.verdict == "broken") | .compose'`

/** The most nights that are listed. */
const most = 1000

/** `nightjar list` */
export function listCommand(): Command {
  return new Command('list')
    .description('Lists the nights, the newest first, one row a night with its last report.')
    .option('-s, --stream <stream>', 'of this stream only')
    .option('--verdict <list>', 'with one of these verdicts only', wordList)
    .option('--since <YYYY-MM-DD>', 'due on this date or later')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .addOption(
      new Option(
        '--svg',
        'print a strip of their verdicts for a page, the latest right, at most thirty',
      ).conflicts('json'),
    )
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(list)
}

async function list({ stream, since, limit, svg, ...options }: ListOptions): Promise<void> {
  const verdict = options.verdict?.map(readVerdict)
  const filter = {
    // A run that was terminated has no verdict in the archive: those are found among all.
    limit: verdict?.includes('unreported') ? most : limit,
    ...(stream === undefined ? {} : { stream: readStream(stream, await knownLines(options)) }),
    ...archived(verdict),
    ...(since === undefined ? {} : { since: readDate(since) }),
  }
  const nights = await withEnds(await withArchive(options, (archive) => archive.nights(filter)), options)
  const wanted =
    verdict === undefined ? nights : nights.filter((night) => verdict.includes(night.verdict ?? ''))
  const listed = wanted.slice(0, limit)
  if (svg) return console.log((await stripOf(listed)).trimEnd())
  if (options.json) return console.log(jsonOf(nightsForm, { nights: listed }))
  console.log(`${inWords(listed)}${await listLink(verdict ?? [], options)}`)
}

/** The verdicts that the archive can filter by. */
function archived(verdicts: readonly string[] | undefined): { verdicts?: readonly string[] } {
  return verdicts === undefined || verdicts.includes('unreported') ? {} : { verdicts }
}

function readVerdict(word: string): string {
  const words: readonly string[] = [...verdictWords, 'covered', 'unreported']
  const verdict = word.toLowerCase()
  if (words.includes(verdict)) return verdict
  throw new UsageError(`--verdict "${word}" is none of ${words.join(', ')}`)
}

function inWords(nights: readonly NightLine[]): string {
  if (nights.length === 0) return 'no such nights in the archive; start one with: nightjar start rawhide'
  const rows = nights.map(({ run, verdict, edition, compose, reportedAt, heard, noReport }) => [
    run,
    verdict ?? 'none yet',
    edition === null ? '-' : String(edition),
    compose ?? '-',
    reportedAt === null ? '-' : reportedAt.slice(0, 16).replace('T', ' '),
    noReport ?? (verdict === null && heard !== null ? `${heard.stage}: ${heard.said}` : ''),
  ])
  return table(['NIGHT', 'VERDICT', 'EDITION', 'COMPOSE', 'REPORTED (UTC)', 'LAST HEARD'], rows)
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= most) return count
  throw new InvalidArgumentError(`expected a number from 1 to ${most}`)
}
