import { dirname, resolve } from 'node:path'
import { busIn } from '../bus/bus-schema.ts'
import { ruleMistakes } from '../channels/check-rules.ts'
import { channelsIn } from '../channels/channels-in.ts'
import { ConfigMistakes, mistakesOf } from './config-mistakes.ts'
import { configSchema, type Config } from './config-schema.ts'
import { streamsOf, type StreamSettings } from './streams.ts'
import { parseToml } from './parse-toml.ts'
import { findConfig, usualFolder, type FoundConfig } from './find-config.ts'

export { ConfigMistakes } from './config-mistakes.ts'
export type { Config } from './config-schema.ts'

/** A configuration whose relative paths are made absolute. */
export interface Settings extends Omit<Config, 'stream'> {
  /** The folder of the embedded databases. */
  readonly folder: string
  /** The streams, those without nights among them. */
  readonly streams: readonly StreamSettings[]
  /** The file it was read from; null for the defaults. */
  readonly file: string | null
}

/**
 * Reads the configuration, which is found as by {@link findConfig}; where there is none it is that of the
 * real Fedora, observed only. Relative paths start from the file's folder.
 * @throws ConfigMistakes for a file that cannot be read, is not TOML, or has wrong or unknown keys.
 */
export function loadConfig(named?: string, environment: NodeJS.ProcessEnv = process.env): Settings {
  return settingsOf(findConfig(named, environment), environment)
}

/** Files that a table names. */
interface Lists {
  readonly wanted?: string | undefined
  readonly expected_images?: string | undefined
}

/** The settings in a configuration that was found. @throws ConfigMistakes as {@link loadConfig} */
export function settingsOf(
  { file, text }: Pick<FoundConfig, 'file' | 'text'>,
  environment: NodeJS.ProcessEnv,
): Settings {
  const config = checkedConfig(parseToml(text, file ?? ''), file ?? '')
  const home = file === null ? process.cwd() : dirname(file)
  const { folder: named, openqa, stream, ...others } = config
  const folder = named === undefined ? usualFolder(file, environment) : resolve(home, named)
  const placed = <Table extends Lists>(table: Table): Table => ({
    ...table,
    ...(table.wanted !== undefined && { wanted: resolve(home, table.wanted) }),
    ...(table.expected_images !== undefined && { expected_images: resolve(home, table.expected_images) }),
  })
  const tables = Object.fromEntries(Object.entries(stream).map(([name, table]) => [name, placed(table)]))
  const { bus, publish } = others
  const buses = {
    ...(bus && { bus: busIn(home, bus) }),
    ...(publish && { publish: busIn(home, publish) }),
  }
  return {
    ...others,
    ...buses,
    ...channelsIn(home, others),
    folder,
    streams: streamsOf(tables),
    openqa: placed(openqa),
    file,
  }
}

/** All mistakes are told at once. */
function checkedConfig(toml: unknown, file: string): Config {
  const checked = configSchema.safeParse(toml, { reportInput: true, jitless: true })
  const mistakes = mistakesOf([...(checked.error?.issues ?? []), ...ruleMistakes(toml)])
  if (checked.success && mistakes.length === 0) return checked.data
  throw new ConfigMistakes(listMistakes(file, mistakes))
}

function listMistakes(file: string, mistakes: readonly string[]): string {
  const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
  const lines = mistakes.map((mistake) => `  ${mistake}`)
  return [`${file} has ${count}:`, ...lines, 'nightjar.example.toml shows every key with its default.'].join(
    '\n',
  )
}
