import { Command } from 'commander'
import { UsageError } from '../exit-code.ts'
import { takeInterruptions } from '../interruption.ts'
import { configOption, type ConfigOption } from '../options.ts'

interface ListenOption {
  readonly listen: string
}

const examples = `
Only this machine reaches it, and it answers no web page but temporal_ui. Enter its address in the UI: the glasses at
the top, "Use my browser setting". Elsewhere, each person runs one; or a proxy with a login stands before it.

Examples:
  nightjar codec-server
  temporal workflow show --workflow-id nightly/rawhide/2026-11-24 --codec-endpoint http://127.0.0.1:8888`

/** `nightjar codec-server` */
export function codecServerCommand(): Command {
  return new Command('codec-server')
    .description(
      "Decrypts for Temporal's web UI and command line what NIGHTJAR_CODEC_KEYS encrypts, until Ctrl-C or SIGTERM.",
    )
    .option('--listen <host:port>', 'where it listens, on this machine', '127.0.0.1:8888')
    .addOption(configOption())
    .addHelpText('after', examples)
    .action(serve)
}

async function serve({ config, listen }: ConfigOption & ListenOption): Promise<void> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  const { temporalUi } = await import('../../workers/config/temporal-ui.ts')
  const { temporalPlace } = await import('../../workers/temporal/temporal.ts')
  const { encryptionCodec } = await import('../../workers/codec/encryption-codec.ts')
  const { isOfThisMachine, serveCodec } = await import('../../workers/codec/codec-server.ts')
  const settings = loadConfig(config)
  const { codec: keys = [], ui: ofDev } = temporalPlace(settings.folder)
  const ui = temporalUi(settings) ?? ofDev
  if (keys.length === 0) throw new UsageError('there is no key; set NIGHTJAR_CODEC_KEYS')
  if (ui === null) throw new UsageError('whose page may ask is not known; set temporal_ui')
  if (!isOfThisMachine(listen))
    throw new UsageError(`--listen ${listen}: expected an address of this machine such as 127.0.0.1:8888`)
  const { origin } = new URL(ui)
  using interruption = takeInterruptions()
  await using server = await serveCodec({ listen, origin, codec: encryptionCodec(keys) })
  console.error(`codec-server: at ${server.url} for ${origin}; Ctrl-C stops`)
  await interruption.orSooner(new Promise<never>(() => {}))
}
