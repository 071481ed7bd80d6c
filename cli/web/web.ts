import { once } from 'node:events'
import { Command } from 'commander'
import { UsageError } from '../exit-code.ts'
import { takeInterruptions } from '../interruption.ts'
import { exportCommand } from './export.ts'
import { configOption, type ConfigOption } from '../options.ts'

interface WebOptions extends ConfigOption {
  readonly listen?: string
}

const help = `
Whoever reaches the address sees every night; only whom a proxy names (web.user_header) can give orders there. It reads the
archive, and may run anywhere and any number of times. Each page is also there as JSON: put .json behind its path.

Examples:
  nightjar web
  nightjar web --listen 0.0.0.0:8090
  curl -s http://127.0.0.1:8090/rawhide.json | jq -r .standing.verdict`

/** `nightjar web` */
export function webCommand(): Command {
  return new Command('web')
    .description(
      'Serves pages that say whether each stream is broken, since when and why, until Ctrl-C or SIGTERM.',
    )
    .option(
      '--listen <host:port>',
      'where it listens (default: web.listen of the configuration, 127.0.0.1:8090)',
    )
    .addOption(configOption())
    .addHelpText('after', help)
    .action(serve)
    .addCommand(exportCommand())
}

async function serve({ config, listen }: WebOptions): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { noDatabase, withUrl } = await import('../../workers/archive-place.ts')
  const { servePages } = await import('./serve-pages.ts')
  const settings = loadConfig(config)
  const place = listen ?? settings.web.listen
  if ((URL.parse(`tcp://${place}`)?.port ?? '') === '')
    throw new UsageError(`--listen ${place}: expected a host and port such as 127.0.0.1:8090`)
  using interruption = takeInterruptions()
  const served = await withUrl(settings, async (databaseUrl) => {
    await using server = await servePages(settings, { listen: place, databaseUrl }).catch(
      (error: unknown) => {
        const why = codeOf(error)
        throw why in notThere ? new UsageError(`${place}: ${notThere[why]}`) : error
      },
    )
    console.error(`web: at ${server.url}; Ctrl-C stops`)
    await once(interruption.signal, 'abort')
    return 'stopped'
  })
  if (served === null) throw new UsageError(noDatabase)
}

/** Why nothing can listen at an address, by the code of the system. */
const notThere: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program listens there already; stop it, or name another address with --listen or web.listen',
  EADDRNOTAVAIL: 'this machine has no such address; expected one of its own, or 0.0.0.0 for all of them',
  EACCES: 'only root may listen at a port below 1024; expected a higher one',
  ENOTFOUND: 'no such host; expected an address of this machine',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
