import { Command } from 'commander'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { Report } from '../../report/report.ts'
import type { Settings } from '../../workers/config/config.ts'
import { parseReport } from '../../report/report-schema.ts'
import { exitCode, UsageError } from '../exit-code.ts'
import { nightNamed } from '../composes/night-named.ts'
import { sendForm, type SendAnswer } from '../forms/send.ts'
import { jsonOf } from '../json.ts'
import { isMeant } from '../nights/night-argument.ts'
import { withArchive } from '../nights/with-archive.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'

const help = `
The report is the edition of the archive that stands, and has the id of its first delivery. Run it where the worker runs,
as its user: it reads the secret of the channel. By mail it goes to those who are not known to have it, as the same mail;
"nightjar report --send" mails a report of how the compose stands now. To ResultsDB send one at a time: it does
not know a repeat, so two that look at the same moment both post.

Examples:
  nightjar send rawhide --channel qa-hook
  nightjar send rawhide --channel mail
  nightjar send branched/2026-11-23 --channel qa-room --json | jq -r .said

Exit codes: 0 it was taken, 1 it was refused, or there is no report, 2 wrong usage or
configuration, 3 no answer.`

/** No channel of the configuration has this name. */
const mail = 'mail'

interface SendOptions extends ConfigOption, JsonOption {
  readonly channel: string
}

/** `nightjar send <night>` */
export function sendCommand(): Command {
  return new Command('send')
    .description('Sends the report of a night again, by mail or on another channel of the configuration.')
    .argument('<night>', 'rawhide, branched/YYYY-MM-DD, 44_RC-1.2, a compose id or URL, or a workflow id')
    .requiredOption('--channel <name>', 'mail, or the name of a channel in the configuration')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(send)
}

async function send(night: string, { channel, json, ...options }: SendOptions): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { channelNames } = await import('../../workers/channels/send-again.ts')
  const settings = loadConfig(options.config)
  const names = [...(settings.mail === undefined ? [] : [mail]), ...channelNames(settings)]
  if (!names.includes(channel)) {
    const known =
      names.length === 0 ? 'none is configured' : `those of the configuration are ${names.join(', ')}`
    throw new UsageError(`there is no channel ${JSON.stringify(channel.slice(0, 60))}; ${known}`)
  }
  const ids = await nightNamed(night, options)
  const isIt = isMeant(night, ids)
  const sent = await withArchive(options, async (archive) => {
    for (const run of ids) {
      const text = await archive.reportOf(run)
      const report = text === null ? null : parseReport(text)
      if (report === null || !isIt(run, report.compose?.id ?? null)) continue
      const said = await sentOn(channel, settings, { report, archive })
      return { run, edition: report.edition, channel, said }
    }
    return null
  })
  if (sent !== null) return console.log(json ? jsonOf(sendForm, sent) : inWords(sent))
  console.error(`nightjar: there is no report on ${ids.join(' or ')} in the archive`)
  process.exitCode = exitCode.bad
}

async function sentOn(
  channel: string,
  settings: Settings,
  { report, archive }: { readonly report: Report; readonly archive: ArchiveReader },
): Promise<string> {
  if (channel === mail) {
    const { sendByMail } = await import('./send-by-mail.ts')
    return await sendByMail(settings, report, archive)
  }
  const { sendAgain } = await import('../../workers/channels/send-again.ts')
  const { noted } = await import('./noted.ts')
  const known = await archive.deliveriesOf(report.run)
  const why = (await sendAgain(settings, channel, { report, archive })) ?? ''
  await noted(settings, report, {
    channel,
    known,
    standings: [{ recipient: channel, state: 'delivered', why }],
  })
  return why
}

function inWords({ run, edition, channel, said }: SendAnswer): string {
  return `edition ${edition} of ${run} was sent on ${channel}: ${said}`
}
