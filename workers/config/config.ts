import { dirname, resolve } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { mistakesOf } from './config-mistakes.ts'
import { configSchema, type Config } from './config-schema.ts'
import { readRegularFile } from './read-regular-file.ts'

export type { Config } from './config-schema.ts'

/** The file that is read if none is named. */
const usualFile = 'nightjar.toml'

/** An invalid configuration: the message lists every mistake. */
export class ConfigMistakes extends Error {
  override readonly name = 'ConfigMistakes'
}

/** A configuration, and the folder that its relative paths start from. */
export interface Settings extends Config {
  /** The file it was read from; null for the defaults. */
  readonly file: string | null
}

/**
 * Reads the configuration: the named file, else `$NIGHTJAR_CONFIG`, else `nightjar.toml` if it exists, else
 * the defaults (the real Fedora, observed only). `folder` is made absolute, from the file's folder.
 * @throws ConfigMistakes for a file that cannot be read, is not TOML, or has wrong or unknown keys.
 */
export function loadConfig(named?: string, environment: NodeJS.ProcessEnv = process.env): Settings {
  const asked = named ?? environment['NIGHTJAR_CONFIG']
  const text = readConfig(asked ?? usualFile, asked !== undefined)
  const file = text === null ? null : resolve(asked ?? usualFile)
  const checked = configSchema.safeParse(text === null ? {} : parseToml(text, file ?? ''), {
    reportInput: true,
    jitless: true,
  })
  if (!checked.success) throw new ConfigMistakes(listMistakes(file ?? '', mistakesOf(checked.error.issues)))
  const home = file === null ? process.cwd() : dirname(file)
  const { folder, openqa } = checked.data
  const wanted = openqa.wanted === undefined ? {} : { wanted: resolve(home, openqa.wanted) }
  return { ...checked.data, folder: resolve(home, folder), openqa: { ...openqa, ...wanted }, file }
}

function readConfig(path: string, mustBeThere: boolean): string | null {
  try {
    return readRegularFile(path)
  } catch (cause) {
    if (!mustBeThere && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigMistakes(
      `expected a TOML file at ${path}, but it cannot be read (${why}); copy nightjar.example.toml there, or name another with --config`,
      { cause },
    )
  }
}

function parseToml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new ConfigMistakes(`${file} is not TOML: ${cause.message.trim()}`, { cause })
  }
}

function listMistakes(file: string, mistakes: readonly string[]): string {
  const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
  const lines = mistakes.map((mistake) => `  ${mistake}`)
  return [`${file} has ${count}:`, ...lines, 'nightjar.example.toml shows every key with its default.'].join(
    '\n',
  )
}
