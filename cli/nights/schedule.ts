import type { Client } from '@temporalio/client'
import { Command } from 'commander'
import type { Settings } from '../../workers/config/config.ts'
import type { ScheduleRow } from '../../workers/temporal/schedules.ts'
import type { TemporalPlace } from '../../workers/temporal/temporal.ts'
import { schedulesForm } from '../forms/schedules.ts'
import { jsonOf } from '../json.ts'
import { configOption, jsonOption, type ConfigOption, type JsonOption } from '../options.ts'
import { table } from '../table.ts'
import { withClient } from './with-client.ts'

/** `nightjar schedule apply|list` */
export function scheduleCommand(): Command {
  const schedule = new Command('schedule')
    .description(
      'Applies or lists the Temporal Schedules that start the night of a stream at the hour when its compose is due.',
    )
    .addHelpText(
      'after',
      '\nPause, trigger and backfill them in the UI of Temporal, or with "temporal schedule".',
    )
  schedule
    .command('apply')
    .description('creates or updates the Schedules on the server from the configuration')
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

async function run(what: 'apply' | 'list', options: ConfigOption & JsonOption): Promise<void> {
  const { readSchedules } = await import('../../workers/temporal/schedules.ts')
  const rows = await withClient(options, what === 'apply' ? applyTo : readSchedules)
  console.log(options.json ? jsonOf(schedulesForm, { schedules: rows }) : inWords(rows))
}

/** Nights cannot begin on a server that lacks what they need, so no Schedule may start them there. */
async function applyTo(
  client: Client,
  settings: Settings,
  place: TemporalPlace,
): Promise<readonly ScheduleRow[]> {
  const { applySchedules } = await import('../../workers/temporal/schedules.ts')
  const { checkServer } = await import('../../workers/temporal/check-server.ts')
  await checkServer(client.connection, place)
  return await applySchedules(client, settings)
}

function inWords(rows: readonly ScheduleRow[]): string {
  return table(
    ['SCHEDULE', 'DUE', 'STATE', 'NEXT (UTC)'],
    rows.map(({ id, due, state, next }) => [id, due, state, next?.slice(0, 16).replace('T', ' ') ?? '-']),
  )
}
