import { Command } from 'commander'
import type { NightDetail } from '../../workers/read-nights.ts'
import { exitCode } from '../exit-code.ts'
import { readNight as nightNamed } from './night-argument.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { withClient } from './with-client.ts'

const examples = `
Examples:
  nightjar show rawhide                       tonight's
  nightjar show branched/2026-11-23
  nightjar show Fedora-Rawhide-20261124.n.0   the night it belongs to`

/** `nightjar show <night>` */
export function showCommand(): Command {
  return new Command('show')
    .description('Shows one night: each of its five stages, its start, its last answer and its deadline.')
    .argument('<night>', 'rawhide, branched/YYYY-MM-DD, a compose id or a workflow id')
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(show)
}

async function show(name: string, options: ConfigOption & JsonOption): Promise<void> {
  const workflowId = nightNamed(name)
  const { readNight } = await import('../../workers/read-nights.ts')
  const night = await withClient(options, (client) => readNight(client, workflowId))
  if (night === null) {
    console.error(`nightjar: there is no night ${workflowId}; "nightjar list" shows all nights`)
    process.exitCode = exitCode.bad
    return
  }
  console.log(options.json ? JSON.stringify(night, null, 2) : inWords(night))
}

function inWords({ night, status, compose, verdict, progress, pending }: NightDetail): string {
  const title = `${night}: ${verdict || 'no verdict yet'} (${compose || 'no compose yet'}, run ${status.toLowerCase()})`
  if (progress === null)
    return `${title}\nNo worker answers, so its stages cannot be shown; start one with: nightjar worker`
  const rows = progress.stages.map(({ name, state, since, deadline, lastAnswer }) => {
    return [name, state, clock(since), state === 'running' ? clock(deadline) : '', lastAnswer]
  })
  const now = pending.map((said) => `\nnow: ${said}`).join('')
  return `${title}\n\n${table(['STAGE', 'STATE', 'SINCE (UTC)', 'DEADLINE', 'LAST ANSWER'], rows)}${now}`
}

function clock(iso: string | null): string {
  return iso === null ? '' : iso.slice(5, 16).replace('T', ' ')
}
