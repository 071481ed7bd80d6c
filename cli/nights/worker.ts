import { Command } from 'commander'
import { configOption, type ConfigOption } from '../options.ts'

/** `nightjar worker` */
export function workerCommand(): Command {
  return new Command('worker')
    .description('Does the work of the nights until SIGTERM or Ctrl-C, then finishes its current work.')
    .addOption(configOption())
    .addHelpText(
      'after',
      '\nExample:\n  TEMPORAL_ADDRESS=temporal.example.org:7233 nightjar worker --config /etc/nightjar.toml',
    )
    .action(async ({ config }: ConfigOption) => {
      const { loadConfig } = await import('../../workers/config/config.ts')
      const { makeWorker, quieten } = await import('../../workers/run-worker.ts')
      const { temporalPlace } = await import('../../workers/temporal/temporal.ts')
      const settings = loadConfig(config)
      quieten('WARN')
      const place = temporalPlace(settings.folder)
      const worker = await makeWorker(settings, place)
      console.error(`worker: polling ${settings.task_queue} at ${place.options.address}`)
      await worker.run()
    })
}
