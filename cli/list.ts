import { Command, InvalidArgumentError } from 'commander'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from './options.ts'
import { table } from './table.ts'

interface ListOptions extends ConfigOption, JsonOption {
  readonly limit: number
}

/** `nightjar list` */
export function listCommand(): Command {
  return new Command('list')
    .description('Lists the nights that the Temporal server knows, the newest first.')
    .option('-n, --limit <count>', 'how many', readCount, 20)
    .addOption(configOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  nightjar list\n  nightjar list --json | jq -r ".[] | select(.verdict == \\"failed\\") | .compose"',
    )
    .action(list)
}

async function list({ config, json, limit }: ListOptions): Promise<void> {
  const { loadConfig } = await import('../workers/config.ts')
  const { connectClient, temporalPlace } = await import('../workers/temporal.ts')
  const { listNights } = await import('../workers/read-nights.ts')
  const client = await connectClient(temporalPlace(loadConfig(config).folder))
  try {
    const nights = await listNights(client, limit)
    if (json) return console.log(JSON.stringify(nights, null, 2))
    if (nights.length === 0) return console.log('no nights yet; start one with: nightjar start rawhide')
    const rows = nights.map(({ night, status, stage, compose, verdict, started }) => {
      return [
        night,
        status.toLowerCase(),
        stage,
        verdict,
        compose || '-',
        started.slice(0, 16).replace('T', ' '),
      ]
    })
    console.log(table(['NIGHT', 'RUN', 'STAGE', 'VERDICT', 'COMPOSE', 'STARTED (UTC)'], rows))
  } finally {
    await client.connection.close()
  }
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count
  throw new InvalidArgumentError('expected a number from 1 to 1000')
}
