import { Command, InvalidArgumentError } from 'commander'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { HistoryLine } from '../../archive/queries/test-history.ts'
import { nameOfNight } from '../../compose/naming/night.ts'
import { imageName } from '../../compose/images/image.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import type { Scenario } from '../../jobs/results/lineage.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { historyForm, type History } from '../forms/history.ts'
import { jsonOf } from '../json.ts'
import { knownLines, readStream } from '../nights/stream-argument.ts'
import { withArchive } from '../nights/with-archive.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'

interface HistoryOptions extends ConfigOption, JsonOption {
  readonly stream?: string
  readonly nights: number
}

type HistoryNight = History['nights'][number]

const most = 365

const help = `
Asks the archive. A test is named by the words of it that you know: name, flavor, arch, machine, in any order. An
image is named as KDE live x86_64. A name may be copied from a mail.

Examples:
  nightjar history base_selinux
  nightjar history desktop_browser on Workstation-live-iso x86_64 64bit --stream rawhide --nights 60
  nightjar history KDE live x86_64 --json

Exit codes: 0 there is a history, 1 there is none, 2 wrong usage, 3 no answer.`

/** `nightjar history <test|image>` */
export function historyCommand(): Command {
  return new Command('history')
    .description('Shows how a test, or an image, did on the last nights of a stream.')
    .argument('<words...>', 'words of a test (base_selinux Server-dvd-iso), or an image (KDE live x86_64)')
    .option('-s, --stream <stream>', 'only of this stream (default: all)')
    .option('-n, --nights <N>', 'how many nights to look back', readCount, 30)
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(history)
}

async function history(asked: readonly string[], options: HistoryOptions): Promise<void> {
  const lines = await knownLines(options)
  const all = lines.map(({ name }) => name)
  const wanted = options.stream === undefined ? all : [readStream(options.stream, lines)]
  const words = wordsOf(asked)
  if (words.length === 0)
    throw new UsageError('expected words of a test, or an image such as "KDE live x86_64"')
  // A person may begin with the stream, as in other commands; it may be a part of a test's name as well.
  const [first = '', ...rest] = words
  const isStream = options.stream === undefined && rest.length > 0 && all.includes(first)
  const found = await withArchive(options, async (archive) => {
    const named = await historiesOf(archive, wanted, words, options.nights)
    return isStream && named.length === 0 ? await historiesOf(archive, [first], rest, options.nights) : named
  })
  if (options.json) console.log(jsonOf(historyForm, { histories: found }))
  else
    console.log(
      found.length === 0
        ? `no test or image of the archive has all of: ${words.join(' ')}`
        : found.map(inWords).join('\n\n'),
    )
  if (found.length === 0) process.exitCode = exitCode.bad
}

async function historiesOf(
  archive: ArchiveReader,
  wanted: readonly Stream[],
  words: readonly string[],
  nights: number,
): Promise<readonly History[]> {
  const all: History[] = []
  for (const stream of wanted) {
    for (const test of await archive.testsNamed(stream, words))
      all.push(ofTest(stream, test, await archive.testHistory(test, { stream, nights })))
    for (const image of await archive.imageHistories(stream, words, nights))
      all.push({
        stream,
        name: imageName(image),
        nights: image.nights.map(({ run, date, compose, size }) => ({
          run,
          date,
          compose,
          result: size === null ? 'missing' : 'there',
          detail: size === null ? '' : `${size} bytes`,
        })),
      })
  }
  return all
}

function ofTest(stream: Stream, test: Scenario, lines: readonly HistoryLine[]): History {
  return {
    stream,
    name: `${test.test} on ${test.flavor} ${test.arch} ${test.machine}`,
    nights: lines.map(nightOf),
  }
}

function nightOf(line: HistoryLine): HistoryNight {
  const { run, date, compose, standing, flaky, result, failedModules, bugs } = line
  const tried = flaky === true ? 'flaky' : (result ?? standing ?? 'no job')
  return { run, date, compose, result: tried, detail: [...failedModules, ...bugs].join(', ') }
}

function inWords({ stream, name, nights }: History): string {
  const rows = nights.map(({ run, compose, result, detail }) => [
    nameOfNight(run),
    compose ?? '-',
    result,
    detail,
  ])
  return `${name}, ${stream}\n${table(['NIGHT', 'COMPOSE', 'RESULT', 'WHERE'], rows)}`
}

/** The words of a name as a mail has it: `base_selinux on Server-dvd-iso x86_64 64bit, required (new)`. */
function wordsOf(asked: readonly string[]): readonly string[] {
  const words = asked
    .join(' ')
    .replaceAll(/,? required\b|\(new\)|[,:]/g, ' ')
    .split(/\s+/)
  return words.filter((word) => word !== '' && word !== 'on')
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= most) return count
  throw new InvalidArgumentError(`expected a number from 1 to ${most}`)
}
