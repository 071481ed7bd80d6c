import { Command } from 'commander'
import type { ComposeLine } from '../../archive/queries/compose-lines.ts'
import { composesForm } from '../forms/composes.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { knownLines, readStream, streamArgument } from './stream-argument.ts'
import { withArchive } from './with-archive.ts'

const examples = `
Asks the archive: the composes that a night has looked at.

Examples:
  nightjar composes rawhide
  nightjar composes branched --json | jq -r '.composes[] | select(.state == "DOOMED") | .id'`

/** `nightjar composes <stream>` */
export function composesCommand(): Command {
  return new Command('composes')
    .description(
      'Lists the composes of a stream that were seen: their STATUS, since when, and what tested them.',
    )
    .addArgument(streamArgument())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(composes)
}

async function composes(word: string, options: ConfigOption & JsonOption): Promise<void> {
  const stream = readStream(word, await knownLines(options))
  const lines = await withArchive(options, (archive) => archive.composes(stream))
  console.log(options.json ? jsonOf(composesForm, { stream, composes: lines }) : inWords(stream, lines))
}

function inWords(stream: string, lines: readonly ComposeLine[]): string {
  if (lines.length === 0) return `no ${stream} compose was seen yet`
  const rows = lines.map(({ id, state, firstSeen, verdict, run }) => [
    id,
    state,
    firstSeen.slice(0, 16).replace('T', ' '),
    verdict ?? '-',
    run ?? '-',
  ])
  return table(['COMPOSE', 'STATUS', 'FIRST SEEN (UTC)', 'VERDICT', 'NIGHT'], rows)
}
