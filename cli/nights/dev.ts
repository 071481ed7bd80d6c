import { Command } from 'commander'
import { configOption, type ConfigOption } from '../options.ts'

/** `nightjar dev` */
export function devCommand(): Command {
  return new Command('dev')
    .description(
      'Runs a Temporal server (its database in the configured folder, its UI on) a worker, and the pages, for development. ' +
        'With TEMPORAL_ADDRESS set, the worker uses that server instead. Ctrl-C stops both.',
    )
    .addOption(configOption())
    .addHelpText('after', '\nExample:\n  nightjar dev &\n  nightjar start rawhide')
    .action(async ({ config }: ConfigOption) => {
      const { loadConfig } = await import('../../workers/config/config.ts')
      const { runDev } = await import('../../workers/dev.ts')
      const { servePages } = await import('../web/serve-pages.ts')
      const settings = loadConfig(config)
      await runDev(settings, {
        say: (line) => console.error(line),
        pages: (databaseUrl, listen) => servePages(settings, { databaseUrl, listen }),
      })
    })
}
