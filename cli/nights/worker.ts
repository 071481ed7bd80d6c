import { Command } from 'commander'
import { UsageError } from '../exit-code.ts'
import { configOption, type ConfigOption } from '../options.ts'

/** `nightjar worker` */
export function workerCommand(): Command {
  return new Command('worker')
    .description('Does the work of the nights until SIGTERM or Ctrl-C, then finishes its current work.')
    .addOption(configOption())
    .addHelpText(
      'after',
      '\nExample:\n  NIGHTJAR_DATABASE_URL=postgresql://db.example.org/nightjar TEMPORAL_ADDRESS=temporal.example.org:7233 \\\n    nightjar worker --config /srv/nightjar.toml',
    )
    .action(async ({ config }: ConfigOption) => {
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
      const worker = await makeWorker(settings, place, opened.archive)
      console.error(`worker: polling ${settings.task_queue} at ${place.options.address}`)
      await worker.run()
    })
}
