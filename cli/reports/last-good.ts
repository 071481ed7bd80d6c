import { Command } from 'commander'
import type { NightLine } from '../../archive/queries/night-lines.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { verdictWords } from '../../jobs/verdict/verdicts.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { lastGoodForm } from '../forms/last-good.ts'
import { jsonOf } from '../json.ts'
import { knownLines, readStream, streamArgument } from '../nights/stream-argument.ts'
import { withArchive } from '../nights/with-archive.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { wordList } from '../word-list.ts'

interface LastGoodOptions extends ConfigOption, JsonOption {
  readonly verdict: readonly string[]
}

const help = `
Asks the archive. Prints the id of the compose, and on the next line its night.

Examples:
  nightjar last-good rawhide
  nightjar last-good branched --verdict passed,degraded
  nightjar images "$(nightjar last-good rawhide --json | jq -r .compose)" --arch x86_64

Exit codes: 0 there is one, 1 there is none, 2 wrong usage, 3 no answer.`

/** `nightjar last-good <stream>` */
export function lastGoodCommand(): Command {
  return new Command('last-good')
    .description('Finds the last compose of a stream whose night ended PASSED.')
    .addArgument(streamArgument())
    .option('-v, --verdict <list>', 'verdicts that count as good', wordList, ['passed'])
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(lastGood)
}

async function lastGood(word: string, options: LastGoodOptions): Promise<void> {
  const stream = readStream(word, await knownLines(options))
  const verdicts = options.verdict.map(readVerdict)
  const night = await withArchive(options, (archive) => archive.lastGood(stream, { verdicts }))
  if (options.json) console.log(inJson(stream, night))
  else
    console.log(
      night === null ? `no night of ${stream} in the archive ended ${verdicts.join(' or ')}` : inWords(night),
    )
  if (night === null) process.exitCode = exitCode.bad
}

function readVerdict(word: string): string {
  const known: readonly string[] = verdictWords
  const verdict = word.toLowerCase()
  if (known.includes(verdict)) return verdict
  throw new UsageError(`--verdict "${word}" is none of ${known.join(', ')}`)
}

function inJson(stream: Stream, night: NightLine | null): string {
  const { compose = null, run = null, date = null, verdict = null } = night ?? {}
  return jsonOf(lastGoodForm, { stream, compose, run, date, verdict })
}

function inWords({ compose, run, verdict }: NightLine): string {
  return `${compose ?? 'no compose'}\n${run} ${verdict}`
}
