import { Command, Option } from 'commander'
import type { WholeNight } from '../../archive/queries/whole-night.ts'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { Report } from '../../report/report.ts'
import type { NightDetail } from '../../workers/read-nights.ts'
import { safeText } from '../../compose/safe-line.ts'
import { exitCode } from '../exit-code.ts'
import { nightNamed } from '../composes/night-named.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { archivedNight } from './archived-night.ts'
import { deliveryTable } from './delivery-table.ts'
import { follow } from './follow.ts'
import { isMeant, nameSaid } from './night-argument.ts'
import { nightJson } from './night-json.ts'
import { runLinks } from './ui-links.ts'
import { runningNight } from './running-night.ts'
import { namesArchive, withArchive } from './with-archive.ts'
import { withEnds } from './with-ends.ts'
import { withClient } from './with-client.ts'

const examples = `
Examples:
  nightjar show rawhide                       tonight's
  nightjar show branched/2026-11-23
  nightjar show Fedora-Rawhide-20261124.n.0   the night it belongs to
  nightjar show rawhide --follow              live, until it ends
  nightjar show rawhide --report --json | jq .verdict`

/** `nightjar show <night>` */
export function showCommand(): Command {
  return new Command('show')
    .description(
      'Shows one night: each of its stages with its start, last answer and deadline, and its orders.',
    )
    .argument('<night>', 'rawhide, branched/YYYY-MM-DD, 44_RC-1.2, a compose id or URL, or a workflow id')
    .option('-r, --report', 'show its last report instead, as it was mailed; with --json as data')
    .addOption(new Option('-f, --follow', 'go on until it ends').conflicts(['json', 'report']))
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(show)
}

interface ShowOptions extends ConfigOption, JsonOption {
  readonly report?: boolean
  readonly follow?: boolean
}

async function show(name: string, options: ShowOptions): Promise<void> {
  const ids = await nightNamed(name, options)
  if (options.report) return showReport(name, ids, options)
  const night = await ofTemporal(name, ids, options)
  if (night !== null) {
    const { night: run, compose } = night
    sayIfOther(name, ids, { run, compose })
    if (options.follow) return await withClient(options, (client) => follow(client, night))
    return console.log(options.json ? await inJson(night, options) : await inWords(night, options))
  }
  const isIt = isMeant(name, ids)
  const ofIt = ({ night: { run, compose } }: WholeNight) => isIt(run, compose)
  const archived = await withArchive(options, (archive) => firstOf(ids, (id) => archive.night(id), ofIt))
  if (archived !== null) {
    sayIfOther(name, ids, archived.night)
    const { run } = archived.night
    return console.log(options.json ? nightJson(run, null, archived) : archivedNight(archived))
  }
  console.error(`nightjar: there is no night ${ids.join(' or ')}; "nightjar list" shows those that are`)
  process.exitCode = exitCode.bad
}

/** Says so if a compose was asked for that no run has: then the night of its date is shown. */
function sayIfOther(
  asked: string,
  [, ofDate]: readonly string[],
  { run, compose }: { readonly run: string; readonly compose: string | null },
): void {
  const name = nameSaid(asked)
  if (run !== ofDate || name === compose) return
  console.error(`nightjar: no run has ${name}; the night of its date, ${run}, has ${compose || 'no compose'}`)
  process.exitCode = exitCode.bad
}

/** The first that is there, and meant. */
async function firstOf<Found>(
  ids: readonly string[],
  read: (id: string) => Promise<Found | null>,
  isIt: (found: Found) => boolean,
): Promise<Found | null> {
  for (const id of ids) {
    const found = await read(id)
    if (found !== null && isIt(found)) return found
  }
  return null
}

/**
 * The night as it runs; null where Temporal does not know it, or does not answer while there is an archive to
 * ask.
 */
async function ofTemporal(
  name: string,
  ids: readonly string[],
  options: ShowOptions,
): Promise<NightDetail | null> {
  const { readNight } = await import('../../workers/read-nights.ts')
  const isIt = isMeant(name, ids)
  const ofIt = ({ night, compose }: NightDetail) => isIt(night, compose)
  try {
    return await withClient(options, (client) => firstOf(ids, (id) => readNight(client, id), ofIt))
  } catch (error) {
    const away = error instanceof Error && error.name === 'NoTemporal'
    if (!away || !(await namesArchive(options))) throw error
    console.error(`nightjar: ${error.message}; this is what the archive knows`)
    return null
  }
}

/** What the archive says besides; null where no archive can tell. */
async function besides<Said>(
  options: ShowOptions,
  what: string,
  ask: (archive: ArchiveReader) => Promise<Said>,
): Promise<Said | null> {
  if (!(await namesArchive(options))) return null
  try {
    return await withArchive(options, ask)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArchiveAway') throw error
    console.error(`nightjar: ${error.message}; so nothing is said of ${what}`)
    return null
  }
}

async function inJson(night: NightDetail, options: ShowOptions): Promise<string> {
  const run = night.night
  const archived = await besides(options, 'what the archive knows', (archive) => archive.night(run))
  return nightJson(run, night, archived)
}

async function inWords(night: NightDetail, options: ShowOptions): Promise<string> {
  const deliveries = await besides(options, 'its mails', (archive) => archive.deliveriesOf(night.night))
  return `${runningNight(night)}${deliveryTable(deliveries ?? [])}${await runLinks(night, options)}`
}

/** The report of the edition that stands, as its mail or as JSON. */
async function showReport(name: string, ids: readonly string[], options: ShowOptions): Promise<void> {
  const { parseReport } = await import('../../report/report-schema.ts')
  const isIt = isMeant(name, ids)
  const found = await withArchive(options, (archive) =>
    firstOf(
      ids,
      async (id) => {
        const json = await archive.reportOf(id)
        return json === null ? null : { json, report: parseReport(json) }
      },
      ({ report: { run, compose } }) => isIt(run, compose?.id ?? null),
    ),
  )
  if (found === null) {
    console.error(`nightjar: ${safeText(await whyNoReport(ids, options))}`)
    process.exitCode = exitCode.bad
    return
  }
  const { renderText } = await import('../../report/text/text.ts')
  const { json, report } = found
  sayIfOther(name, ids, { run: report.run, compose: report.compose?.id ?? null })
  if (options.json) return console.log(json.trimEnd())
  console.log(renderText(report).trimEnd())
  const later = await respinSince(report, options)
  if (later !== null) console.log(`\nA respin came after this report: nightjar show ${later} --report`)
}

/** The newest respin of a reported compose that the report does not name. */
async function respinSince(
  { night, compose, replacedBy }: Report,
  options: ShowOptions,
): Promise<string | null> {
  if (compose === null || replacedBy !== null) return null
  const { laterInNight } = await import('../../sources/nights/later-in-night.ts')
  return await withArchive(
    options,
    async (archive) => (await laterInNight(archive, night, compose.id))?.compose ?? null,
  )
}

async function whyNoReport(ids: readonly string[], options: ShowOptions): Promise<string> {
  const nights = await withArchive(options, (archive) =>
    Promise.all(ids.map((run) => archive.nights({ run }))),
  )
  const left = (await withEnds(nights.flat(), options)).find(({ noReport }) => noReport !== null)
  return left
    ? `${left.run} left no report: ${left.noReport}`
    : `there is no report on ${ids.join(' or ')} yet`
}
