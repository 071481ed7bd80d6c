import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import type { Settings } from '../../workers/config/config.ts'
import { escapedText } from '../../compose/safe-line.ts'
import { UsageError } from '../exit-code.ts'
import { importForm, pruneForm } from '../forms/archive.ts'
import { jsonOf } from '../json.ts'
import { ofThisMachine } from '../composes/of-this-machine.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'

const examples = `
Examples:
  nightjar archive export > nights.jsonl
  nightjar archive import nights.jsonl
  nightjar archive prune`

/** `nightjar archive export|import|prune` */
export function archiveCommand(): Command {
  const archive = new Command('archive')
    .description('Exports, imports and prunes the archive of the nights.')
    .addHelpText('after', examples)
  archive
    .command('export')
    .description('writes the whole archive as lines of JSON, as it is at one moment')
    .addOption(configOption())
    .action(exportNights)
  archive
    .command('import')
    .description('adds the lines of an export to the archive, all of them or none')
    .argument('[file]', 'the export (default: standard input)')
    .addOption(configOption())
    .addOption(jsonOption())
    .action(importNights)
  archive
    .command('prune')
    .description('deletes what is older than the configuration says; reports and results of tests stay')
    .addOption(configOption())
    .addOption(jsonOption())
    .action(pruneNights)
  return archive
}

async function exportNights(options: ConfigOption): Promise<void> {
  const { exportFrom } = await import('../../workers/archive-upkeep.ts')
  await withSettings(options, (settings) =>
    exportFrom(settings, (lines) => pipeline(Readable.from(ended(lines)), process.stdout, { end: false })),
  )
}

async function importNights(
  file: string | undefined,
  { json, ...options }: ConfigOption & JsonOption,
): Promise<void> {
  const { importInto } = await import('../../workers/archive-upkeep.ts')
  const input = file === undefined ? process.stdin : await readable(file)
  const added = await withSettings(options, (settings) =>
    ofThisMachine(() => importInto(settings, linesOf(input))),
  )
  if (json) return console.log(jsonOf(importForm, { rows: added }))
  const rows = Object.values(added).reduce((sum, count) => sum + count, 0)
  console.log(`imported ${rows} rows, ${added['runs'] ?? 0} nights among them`)
}

/** @throws UsageError for a file that cannot be read */
async function readable(file: string): Promise<Readable> {
  try {
    const handle = await open(file)
    if ((await handle.stat()).isDirectory()) throw new Error('it is a folder')
    return handle.createReadStream()
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function pruneNights({ json, ...options }: ConfigOption & JsonOption): Promise<void> {
  const { pruneNow } = await import('../../workers/archive-upkeep.ts')
  const pruned = await withSettings(options, pruneNow)
  if (json) return console.log(jsonOf(pruneForm, pruned))
  const { values, jobs, heard } = pruned
  console.log(`pruned ${values} values, ${jobs} jobs and ${heard} lines of what was heard`)
}

/** @throws UsageError where no database is named */
async function withSettings<Answer>(
  { config }: ConfigOption,
  act: (settings: Settings) => Promise<Answer | null>,
): Promise<Answer> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { noDatabase } = await import('../../workers/archive-place.ts')
  const answer = await act(loadConfig(config))
  if (answer === null) throw new UsageError(noDatabase)
  return answer
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${escapedText(line)}\n`
}

/** Lines end with a line feed only: node:readline also ends them at U+2028, which JSON may hold. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = ''
  input.setEncoding('utf8')
  for await (const chunk of input) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
