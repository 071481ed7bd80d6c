import { Command, InvalidArgumentError } from 'commander'
import { safeText } from '../../compose/safe-line.ts'
import { composeArgument, type ComposeOptions } from './compose-argument.ts'
import { exitCode } from '../exit-code.ts'
import { stateForm } from '../forms/state.ts'
import { jsonOf } from '../json.ts'
import type { StateAnswer } from './watch-state.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'

interface StateOptions extends ComposeOptions, JsonOption {
  /** Milliseconds. */
  readonly wait?: number
}

const help = `
A compose is usable when its STATUS says that it finished, its metadata does not change any more, its Koji tasks have
ended and the mirror has its images. The configuration can turn off the last two conditions. --wait looks every two
minutes, or ten times in a short wait, and ends when the compose is usable or dead.

Examples:
  nightjar state Fedora-Rawhide-20261124.n.0
  nightjar state Fedora-Rawhide-20261124.n.0 --wait 480 && echo go
  nightjar state 44_RC-1.2 --json | jq -r .kind

Exit codes: 0 usable; 1 waiting, dead or absent; 2 wrong usage, 3 no answer, 130 Ctrl-C.`

/** `nightjar state <compose>` */
export function stateCommand(): Command {
  return new Command('state')
    .description(
      'Says whether a compose is complete, waiting, dead or absent, with a reason for each condition.',
    )
    .addArgument(composeArgument())
    .option('-w, --wait <minutes>', 'look again until it is usable or dead, at most this long', readMinutes)
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(state)
}

async function state(word: string, options: StateOptions): Promise<void> {
  const { watchState } = await import('./watch-state.ts')
  const answer = await watchState(word, options, options.wait ?? null)
  const { compose, kind, usable, reasons } = answer
  console.log(options.json ? jsonOf(stateForm, { compose, kind, usable, reasons }) : inWords(answer))
  process.exitCode = codeOf(answer)
}

/** The answer on the first line, its reasons below. */
function inWords({ compose, kind, usable, reasons }: StateAnswer): string {
  return [
    `${compose} is ${kind}${usable ? ': it can be tested' : ''}`,
    ...reasons.map((reason) => `  ${safeText(reason)}`),
  ].join('\n')
}

function codeOf({ usable, kind, findings, unanswered }: StateAnswer): number {
  if (usable) return exitCode.good
  if (findings.some((finding) => finding.kind === 'refused')) return exitCode.usage
  return unanswered && kind === 'waiting' ? exitCode.unreachable : exitCode.bad
}

function readMinutes(text: string): number {
  const minutes = Number(text)
  if (text.trim() !== '' && minutes > 0 && minutes <= 10_080) return minutes * 60_000
  throw new InvalidArgumentError('expected minutes, more than 0 and at most a week (10080)')
}
