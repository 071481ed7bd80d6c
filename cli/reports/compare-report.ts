import { open } from 'node:fs/promises'
import { Argument, Command } from 'commander'
import { readCheckReport, type CheckReport } from '../../report/check-compose/check-report.ts'
import { differencesOf, type Difference } from '../../report/check-compose/differences.ts'
import type { Report } from '../../report/report.ts'
import { parseReport } from '../../report/report-schema.ts'
import { exitCode, UnreadableFile, UsageError } from '../exit-code.ts'
import { compareReportForm } from '../forms/compare-report.ts'
import { jsonOf } from '../json.ts'
import { nightNamed } from '../composes/night-named.ts'
import { isMeant } from '../nights/night-argument.ts'
import { withArchive } from '../nights/with-archive.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'

interface CompareOptions extends ConfigOption, JsonOption {
  readonly night?: string
}

const help = `
FILE is a saved mail, or its text. The night is the one that reported on the compose which the mail names; --night
names it where the mail does not, as in 2015. Tests are the same if they have the same openQA job, else by name.

Examples:
  nightjar compare-report mail.eml
  nightjar compare-report report.txt --night rawhide/2026-11-24
  nightjar compare-report mail.eml --json | jq -r '.differences[] | select(.kind == "test") | .about'

Exit codes: 0 both say the same, 1 they differ, or the file is no such report, 2 wrong usage, 3 no answer.`

/** `nightjar compare-report <file>` */
export function compareReportCommand(): Command {
  return new Command('compare-report')
    .description("Tells what a report of check-compose says otherwise than the night's own.")
    .addArgument(new Argument('<file>', 'a mail of check-compose, or its text'))
    .option('--night <night>', 'the night to compare it with')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(compare)
}

async function compare(file: string, options: CompareOptions): Promise<void> {
  const checked = readCheckReport(await textOf(file))
  if (checked === null)
    throw new UnreadableFile(
      `expected a report of check-compose in ${file}, got a text with none of its headings`,
    )
  const { run, report } = await reportOn(checked, options)
  const differences = differencesOf(checked, report)
  const { compose } = checked
  console.log(
    options.json ? jsonOf(compareReportForm, { compose, run, differences }) : inWords(run, differences),
  )
  if (differences.length > 0) process.exitCode = exitCode.bad
}

const mostBytes = 4 * 1024 * 1024

/** The text of a mail, whatever its encoding; a text without a head is its own. */
async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file)
  if (!/^[\w-]+:/.test(bytes.toString('latin1', 0, 200))) return bytes.toString()
  const { simpleParser } = await import('mailparser')
  const { subject = '', text = '' } = await simpleParser(bytes, { skipImageLinks: true, skipTextLinks: true })
  // A report saved as text may begin like a head: "Failed openQA tests: 8/170".
  return readCheckReport(text) === null ? bytes.toString() : `${subject}\n\n${text}`
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostBytes + 1))
    if (bytesRead > mostBytes) throw new UsageError(`${file} is larger than ${mostBytes} bytes, so no report`)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function reportOn(
  { compose }: CheckReport,
  { night, ...options }: CompareOptions,
): Promise<{ readonly run: string; readonly report: Report }> {
  const named = night ?? compose
  if (named === null)
    throw new UsageError('the report names no compose: add --night, such as rawhide/2026-11-24')
  const ids = await nightNamed(named, options)
  for (const run of ids) {
    const json = await withArchive(options, (archive) => archive.reportOf(run))
    const report = json === null ? null : parseReport(json)
    if (report === null || !isMeant(named, ids)(run, report.compose?.id ?? null)) continue
    if (night !== undefined || report.compose?.id === compose) return { run, report }
  }
  throw new UsageError(`no night in the archive has reported on ${named}`)
}

function inWords(run: string, differences: readonly Difference[]): string {
  if (differences.length === 0) return `Both say the same of ${run}.`
  const rows = differences.map(({ kind, about, checkCompose, nightjar }) => [
    kind,
    about,
    checkCompose,
    nightjar,
  ])
  const count = differences.length === 1 ? 'One difference' : `${differences.length} differences`
  return `${count} in ${run}:\n\n${table(['KIND', 'ABOUT', 'CHECK-COMPOSE', 'NIGHTJAR'], rows)}`
}
