import { Command } from 'commander'
import { findPrevious } from '../../sources/find-previous.ts'
import { urlNow } from '../../sources/mirrored/url-now.ts'
import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { composeArgument, releaseOption, type ComposeOptions } from './compose-argument.ts'
import { exitCode } from '../exit-code.ts'
import { previousForm } from '../forms/previous.ts'
import { jsonOf } from '../json.ts'
import { opener } from './open.ts'
import { configOption, jsonOption, type JsonOption } from '../options.ts'

const help = `
It skips doomed and missing composes, so the answer may be older than yesterday's. The URL is where that compose is
now; in JSON it is null if the compose was deleted.

Examples:
  nightjar previous Fedora-Rawhide-20261124.n.0
  nightjar previous 44_RC-1.2 --json

Exit codes: 0 there is one, 1 there is none, 2 wrong usage, 3 no answer.`

/** `nightjar previous <compose>` */
export function previousCommand(): Command {
  return new Command('previous')
    .description('Finds the last completed compose of the same kind before this one.')
    .addArgument(composeArgument())
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(previous)
}

async function previous(word: string, options: ComposeOptions & JsonOption): Promise<void> {
  const composes = opener(options, [word])
  const ref = await composes.ref(word)
  const before = await findPrevious(composes.services, ref)
  const compose = formatComposeName(ref)
  const answer = before && {
    previous: formatComposeName(before),
    url: await urlNow(composes.services, before),
  }
  if (options.json)
    console.log(jsonOf(previousForm, { compose, ...(answer ?? { previous: null, url: null }) }))
  else
    console.log(
      answer
        ? `${answer.previous}\n${answer.url ?? '(its tree is gone)'}`
        : `no completed compose is known before ${compose}`,
    )
  if (answer === null) process.exitCode = exitCode.bad
}
