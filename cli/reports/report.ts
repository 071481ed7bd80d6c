import { Command, Option } from 'commander'
import { makeReport } from '../../report/make-report.ts'
import type { Report } from '../../report/report.ts'
import { blameWindowOf } from '../../report/blame-window.ts'
import { changesBetween } from '../../sources/changes/changes-between.ts'
import type { Settings } from '../../workers/config/config.ts'
import { openQaToRead } from '../../workers/openqa-to-read.ts'
import {
  composeArgument,
  refuseCoreos,
  releaseOption,
  type ComposeOptions,
} from '../composes/compose-argument.ts'
import { opener } from '../composes/open.ts'
import { exitCode } from '../exit-code.ts'
import { configOption } from '../options.ts'
import { liveFacts } from './live-facts.ts'

const formats = ['text', 'html', 'json'] as const

interface ReportOptions extends ComposeOptions {
  readonly baseline?: string
  readonly send?: boolean
  readonly format: (typeof formats)[number]
}

/** A person waits for it. */
const deadlineMs = 60_000

const help = `
Asks openQA for the results of a compose as they are now, whoever scheduled its tests, and its metadata for its
images. No night is started and nothing is kept. Without --baseline it is compared with the last nights of the
archive, or, where there is none, with the completed compose before it.

Examples:
  nightjar report Fedora-Rawhide-20261124.n.0
  nightjar report Fedora-Rawhide-20261124.n.0 --baseline Fedora-Rawhide-20261120.n.0
  nightjar report 44_RC-1.2 --format json | jq -r .headline
  nightjar report Fedora-Rawhide-20261124.n.0 --send
  nightjar report ./composes/Fedora-42-20250410.0 --format html > report.html

Exit codes: 0 it is not broken, 1 it is BROKEN or that is not known, 2 wrong usage, 3 no answer.`

/** `nightjar report <compose>` */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'Reports on a compose by what openQA says of it now: what fails, what is new, what is missing.',
    )
    .addArgument(composeArgument())
    .option('-b, --baseline <compose>', 'compare it with this compose')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices([...formats]).default('text'))
    .option('--send', 'mail it, too, to those for whom the configuration wants it')
    .addOption(releaseOption())
    .addOption(configOption())
    .addHelpText('after', help)
    .action(report)
}

async function report(word: string, options: ReportOptions): Promise<void> {
  const words = options.baseline === undefined ? [word] : [word, options.baseline]
  const composes = opener(options, words)
  for (const each of words) refuseCoreos(composes.name(each))
  const openqa = openQaToRead(composes.settings)
  const opened = await composes.open(word)
  const facts = await liveFacts({ composes, opened, openqa, baseline: options.baseline, options })
  const window = blameWindowOf(makeReport(facts))
  const { jobs, standards } = facts
  const look = { source: composes.services, openqa, jobs, thresholds: standards.system, deadlineMs }
  const made = makeReport({ ...facts, changes: window && (await changesBetween(window, look)) })
  console.log((await rendered(made, options.format)).trimEnd())
  if (options.send) await send(made, composes.settings)
  if (made.verdict === 'broken' || made.verdict === 'unknown') process.exitCode = exitCode.bad
}

async function send(made: Report, settings: Settings): Promise<void> {
  const { sendReport } = await import('./send.ts')
  const told = await sendReport(made, settings)
  console.error(told.length === 0 ? 'mailed to nobody: no rule wants it' : `mailed to ${told.join(', ')}`)
}

async function rendered(made: Report, format: ReportOptions['format']): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../../report/text/text.ts')).renderText(made)
    case 'html':
      return (await import('../../report/html/html.ts')).renderHtml(made)
    case 'json':
      return (await import('../../report/json.ts')).renderJson(made)
    default:
      return format satisfies never
  }
}
