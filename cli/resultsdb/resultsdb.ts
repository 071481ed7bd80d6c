import { Argument, Command } from 'commander'
import { releaseOption } from '../composes/compose-argument.ts'
import { configOption, jsonOption } from '../options.ts'
import type { MissingOptions } from './missing.ts'

const help = `
Asks openQA for all jobs of a compose and ResultsDB for the results that link them. A job has a result if there is
one with the address of its page. Jobs that ended in the last half an hour are told of apart: fedora_openqa tries for
twenty minutes to report a job. It needs url in [resultsdb] of the configuration.

--post posts what is missing in the form of fedora_openqa, each after one more look. ResultsDB takes a result twice, so
let only one such command run at a time. It stops where a post has no clear answer; run it again, and it looks first.

Examples:
  nightjar resultsdb missing Fedora-Rawhide-20261124.n.0
  nightjar resultsdb missing rawhide/2026-11-24 --post
  nightjar resultsdb missing 44_RC-1.2 --json | jq -r '.missing[].url'

Exit codes: 0 none is missing, or all were posted; 1 some are missing, or openQA has no job that a result can be made
of; 2 wrong usage or configuration; 3 no answer; 130 Ctrl-C, after the post that was under way.`

/** `nightjar resultsdb missing` */
export function resultsDbCommand(): Command {
  const resultsdb = new Command('resultsdb').description("Compares Fedora's ResultsDB with openQA.")
  resultsdb
    .command('missing')
    .description('lists the openQA jobs of a compose that ended without a result in ResultsDB')
    .addArgument(
      new Argument('<compose>', 'a compose as for nightjar images, or a night such as rawhide/2026-11-24'),
    )
    .option('--post', 'post these results, each once')
    .addOption(releaseOption())
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', help)
    .action(missing)
  return resultsdb
}

async function missing(word: string, options: MissingOptions): Promise<void> {
  const { missingInResultsDb } = await import('./missing.ts')
  await missingInResultsDb(word, options)
}
