import { dirname, join, resolve } from 'node:path'
import { configHome, stateHome } from '../folders.ts'
import { codeOf } from '../postgres/no-postgres.ts'
import { ConfigMistakes } from './config-mistakes.ts'
import { readRegularFile } from './read-regular-file.ts'

/** The configuration of a whole machine. */
export const systemFile = '/etc/nightjar/nightjar.toml'

/** Where the databases of "nightjar dev" are, if the configuration of the machine names no folder. */
const systemFolder = '/var/lib/nightjar'

/** The configuration of one user. */
export function userFile(environment: NodeJS.ProcessEnv): string {
  return join(configHome(environment), 'nightjar', 'nightjar.toml')
}

/** Where the configuration is looked for if none is named, in this order. */
export function usualPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  return [resolve('nightjar.toml'), userFile(environment), systemFile]
}

/** What named the configuration, or `search` where it was looked for. */
export type NamedBy = '--config' | 'NIGHTJAR_CONFIG' | 'search'

/** A configuration that was found; without a file and text where there is none. */
export interface FoundConfig {
  readonly file: string | null
  readonly text: string
  readonly namedBy: NamedBy
  /** Every place that was looked at, up to the file. */
  readonly looked: readonly string[]
}

/**
 * The configuration: the named file, else `$NIGHTJAR_CONFIG`, else the first of the usual places that has
 * one. @throws ConfigMistakes for a named file that is not there, and for any file that cannot be read
 */
export function findConfig(
  named: string | undefined,
  environment: NodeJS.ProcessEnv,
  places: readonly string[] = usualPlaces(environment),
): FoundConfig {
  const variable = environment['NIGHTJAR_CONFIG'] || undefined
  const asked = named ?? variable
  if (asked !== undefined) {
    const namedBy = named === undefined ? 'NIGHTJAR_CONFIG' : '--config'
    const file = resolve(asked)
    return { file, text: read(file, namedBy, places), namedBy, looked: [file] }
  }
  for (const [at, file] of places.entries()) {
    const text = readIfThere(file)
    if (text !== null) return { file, text, namedBy: 'search', looked: places.slice(0, at + 1) }
  }
  return { file: null, text: '', namedBy: 'search', looked: places }
}

/**
 * The folder of a configuration that names none. A program may not write below /etc, and a user keeps no
 * databases beside configurations: there it is where the system and the XDG standard have such files.
 */
export function usualFolder(file: string | null, environment: NodeJS.ProcessEnv): string {
  if (file === systemFile) return systemFolder
  if (file === userFile(environment)) return join(stateHome(environment), 'nightjar')
  return resolve(file === null ? '.' : dirname(file), '.nightjar')
}

function readIfThere(file: string): string | null {
  try {
    return readRegularFile(file)
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return null
    throw unreadable(file, cause, 'run this as a user who may read it, or name another with --config')
  }
}

function read(file: string, namedBy: NamedBy, places: readonly string[]): string {
  try {
    return readRegularFile(file)
  } catch (cause) {
    const elsewhere = `without ${namedBy} it is looked for in ${places.join(', ')}`
    throw unreadable(
      file,
      cause,
      `write it with "nightjar init", or name another with ${namedBy}; ${elsewhere}`,
    )
  }
}

function unreadable(file: string, cause: unknown, more: string): ConfigMistakes {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ConfigMistakes(`expected a TOML file at ${file}, but it cannot be read (${why}); ${more}`, {
    cause,
  })
}
