import { Command } from 'commander'
import type { ScheduleRow } from '../workers/schedules.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from './options.ts'
import { table } from './table.ts'

/** `nightjar schedule apply|list` */
export function scheduleCommand(): Command {
  const schedule = new Command('schedule')
    .description('The Temporal Schedules that open a night of each stream at the hour its compose is due.')
    .addHelpText(
      'after',
      '\nPause, trigger and backfill them in the UI of Temporal, or with "temporal schedule".',
    )
  schedule
    .command('apply')
    .description('makes the Schedules on the server what the configuration says')
    .addOption(configOption())
    .addOption(jsonOption())
    .action((options: ConfigOption & JsonOption) => run('apply', options))
  schedule
    .command('list')
    .description('shows the Schedules on the server and when each is next due')
    .addOption(configOption())
    .addOption(jsonOption())
    .action((options: ConfigOption & JsonOption) => run('list', options))
  return schedule
}

async function run(what: 'apply' | 'list', { config, json }: ConfigOption & JsonOption): Promise<void> {
  const { loadConfig } = await import('../workers/config.ts')
  const { connectClient, temporalPlace } = await import('../workers/temporal.ts')
  const { applySchedules, readSchedules } = await import('../workers/schedules.ts')
  const settings = loadConfig(config)
  const client = await connectClient(temporalPlace(settings.folder))
  try {
    const rows = await (what === 'apply' ? applySchedules : readSchedules)(client, settings)
    console.log(json ? JSON.stringify(rows, null, 2) : inWords(rows))
  } finally {
    await client.connection.close()
  }
}

function inWords(rows: readonly ScheduleRow[]): string {
  return table(
    ['SCHEDULE', 'DUE', 'STATE', 'NEXT (UTC)'],
    rows.map(({ id, due, state, next }) => [id, due, state, next?.slice(0, 16).replace('T', ' ') ?? '-']),
  )
}
