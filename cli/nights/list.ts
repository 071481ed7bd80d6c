import { Command, InvalidArgumentError } from 'commander'
import type { NightRow } from '../../workers/read-nights.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { withClient } from './with-client.ts'

interface ListOptions extends ConfigOption, JsonOption {
  readonly limit: number
}

/** `nightjar list` */
export function listCommand(): Command {
  return new Command('list')
    .description('Lists the nights on the Temporal server, the newest first.')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  nightjar list\n  nightjar list --json | jq -r ".[] | select(.verdict == \\"failed\\") | .compose"',
    )
    .action(list)
}

async function list(options: ListOptions): Promise<void> {
  const { listNights } = await import('../../workers/read-nights.ts')
  const nights = await withClient(options, (client) => listNights(client, options.limit))
  console.log(options.json ? JSON.stringify(nights, null, 2) : inWords(nights))
}

function inWords(nights: readonly NightRow[]): string {
  if (nights.length === 0) return 'no nights yet; start one with: nightjar start rawhide'
  const rows = nights.map(({ night, status, stage, compose, verdict, started }) => {
    const since = started.slice(0, 16).replace('T', ' ')
    return [night, status.toLowerCase(), stage, verdict, compose || '-', since]
  })
  return table(['NIGHT', 'RUN', 'STAGE', 'VERDICT', 'COMPOSE', 'STARTED (UTC)'], rows)
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count
  throw new InvalidArgumentError('expected a number from 1 to 1000')
}
