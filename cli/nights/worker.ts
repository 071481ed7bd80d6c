import { Command, Option } from 'commander'
import { UsageError } from '../exit-code.ts'
import { configOption, type ConfigOption } from '../options.ts'
import { servedNames, type Served } from '../../workers/process/served.ts'

/** `nightjar worker` */
export function workerCommand(): Command {
  return new Command('worker')
    .description('Does the work of the nights until SIGTERM or Ctrl-C, then finishes its current work.')
    .addOption(configOption())
    .addOption(
      new Option('--queues <queue...>', 'serve only these task queues; default: all').choices(servedNames),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  nightjar worker --queues koji trees\n  NIGHTJAR_DATABASE_URL=postgresql://db.example.org/nightjar TEMPORAL_ADDRESS=temporal.example.org:7233 \\\n    nightjar worker --config /srv/nightjar.toml',
    )
    .action(async ({ config, queues }: ConfigOption & { readonly queues?: Served[] }) => {
      const { loadConfig } = await import('../../workers/config/config.ts')
      const { databaseUrl, noDatabase } = await import('../../workers/archive-place.ts')
      const { work } = await import('../../workers/process/work.ts')
      const { checkSecrets } = await import('../../workers/config/secrets.ts')
      const settings = loadConfig(config)
      checkSecrets()
      const url = databaseUrl(settings)
      if (url === null) throw new UsageError(noDatabase)
      await work(settings, { databaseUrl: url, ...(queues && { serves: queues }) })
    })
}
