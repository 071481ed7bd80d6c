import { Command } from 'commander'
import { alarmLine, streamName } from '../../report/alarm/alarm.ts'
import { minuteOf } from '../../report/minute.ts'
import { whyNotWatched } from '../../workers/watch/not-watched.ts'
import type { OverdueAnswer } from '../../workers/watch/ask-overdue.ts'
import type { StreamWatch } from '../../workers/watch/overdue.ts'
import type { ToldPeople } from '../../workers/watch/tell.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { overdueForm } from '../forms/overdue.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'

interface OverdueOptions extends ConfigOption, JsonOption {
  readonly mail?: boolean
}

const help = `
Asks the archive and nothing else, so it also works where Temporal and every worker are dead. Run it each hour by a
systemd timer or cron: docs/operating.md has both. A night without a report is mailed once, an archive that does
not answer once a day.

Examples:
  nightjar overdue
  nightjar overdue --mail
  nightjar overdue --json | jq -r '.streams[] | select(.state == "overdue") | .stream'

Exit codes: 0 all reports came in time, 1 a stream is overdue, 2 wrong usage or configuration, or a stream is overdue
and [mail] names nobody to mail, 3 the archive cannot be read, or a mail could not be sent.`

/** `nightjar overdue` */
export function overdueCommand(): Command {
  return new Command('overdue')
    .description('Tells whether the report of a night has not come in time, by what the archive has.')
    .option('--mail', 'mail that to alarm_to of [mail], else to those who get every report')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(overdue)
}

async function overdue({ config, json, mail }: OverdueOptions): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { noDatabase } = await import('../../workers/archive-place.ts')
  const { alarmsOf, askOverdue } = await import('../../workers/watch/ask-overdue.ts')
  const { alarmRecipients, tellAlarms } = await import('../../workers/watch/tell.ts')
  const settings = loadConfig(config)
  const isMute = mail === true && alarmRecipients(settings) === null
  const nowMs = Date.now()
  const answer = await askOverdue(settings, nowMs)
  if (answer === null) throw new UsageError(noDatabase)
  const told =
    mail && !isMute ? await tellAlarms(settings, alarmsOf(answer), nowMs) : { mailed: [], failures: [] }
  console.log(json ? inJson(answer, told) : inWords(answer, told))
  for (const failure of isMute ? [nobody] : told.failures) console.error(`nightjar: ${failure}`)
  process.exitCode = codeOf(answer, told, isMute)
}

const nobody = 'nobody is to be mailed: add alarm_to to [mail] in the configuration'

/** That nobody is named who should be told is no 1, which the service of a timer takes for a success. */
function codeOf(answer: OverdueAnswer, { failures }: ToldPeople, isMute: boolean): number {
  if (answer.kind === 'unknown' || failures.length > 0) return exitCode.unreachable
  if (!answer.streams.some(({ state }) => state === 'overdue')) return exitCode.good
  return isMute ? exitCode.usage : exitCode.bad
}

function inJson(answer: OverdueAnswer, { mailed }: ToldPeople): string {
  const known = answer.kind === 'known'
  return jsonOf(overdueForm, {
    streams: known ? answer.streams : null,
    why: known ? null : answer.why,
    mailed,
  })
}

function inWords(answer: OverdueAnswer, { mailed }: ToldPeople): string {
  const told = mailed.length === 0 ? [] : [`mailed to ${mailed.join(', ')}`]
  if (answer.kind === 'unknown')
    return [`${alarmLine({ kind: 'archive-away', why: answer.why })}: ${answer.why}`, ...told].join('\n')
  const lines = answer.streams.toSorted((a, b) => rank(a) - rank(b)).map(lineOf)
  return [...lines, ...told].join('\n')
}

/** What is overdue comes first. */
function rank({ state }: StreamWatch): number {
  return state === 'overdue' ? 0 : 1
}

function lineOf(watch: StreamWatch): string {
  const { stream, state, night, dueBy, lastReport } = watch
  const name = streamName(stream)
  if (state === 'not watched') return `${name} is not watched: ${whyNotWatched(stream)}`
  if (state === 'overdue' && night !== null && dueBy !== null)
    return `${alarmLine({ ...watch, kind: 'overdue', night, dueBy })}; the night ${night} had to report by ${minuteOf(dueBy)}`
  if (night === null) return `${name} is in time: its first report is due by ${minuteOf(dueBy)}`
  return `${name} is in time: its last report came ${minuteOf(lastReport)}`
}
