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
      const { openArchive } = await import('../../workers/open-archive.ts')
      const { makeWorker, quieten } = await import('../../workers/run-worker.ts')
      const { temporalPlace } = await import('../../workers/temporal/temporal.ts')
      const { checkSecrets } = await import('../../workers/config/secrets.ts')
      const settings = loadConfig(config)
      checkSecrets()
      const url = databaseUrl(settings)
      if (url === null) throw new UsageError(noDatabase)
      quieten('WARN')
      const place = temporalPlace(settings.folder)
      await using opened = await openArchive(url, { folder: settings.folder, say: console.error })
      const worker = await makeWorker(settings, place, opened.archive, { ...(queues && { serves: queues }) })
      console.error(`worker: polling ${worker.queues.join(', ')} at ${place.options.address}`)
      await worker.run()
    })
}
