import { z } from 'zod'
import type { Stream } from '../../../compose/naming/stream.ts'
import { databaseUrl } from '../../archive-place.ts'
import type { Settings } from '../config.ts'
import { configSchema } from '../config-schema.ts'
import type { FoundConfig } from '../find-config.ts'
import { nightStreams } from '../streams.ts'
import { secretOf } from '../secret-of.ts'
import type { ConfigValue, Origin, Written } from './config-value.ts'
import { hidePath } from './hide-path.ts'
import { hidePassword } from './hide-password.ts'
import { keyLines } from './key-lines.ts'

const node = z.object({
  get properties() {
    return z.record(z.string(), node).optional()
  },
  /** What each member of a table of tables is: a stream. */
  get additionalProperties() {
    return node.or(z.literal(false)).optional()
  },
})

/** Every key that a configuration with these streams may have, in the order of the schema. */
export function configKeys(streams: readonly Stream[]): readonly string[] {
  const schema = node.parse(z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }))
  return leavesOf(schema, [], streams)
}

function leavesOf(
  { properties, additionalProperties: each }: z.output<typeof node>,
  path: readonly string[],
  streams: readonly Stream[],
): readonly string[] {
  const below = each ? Object.fromEntries(streams.map((stream) => [stream, each])) : properties
  if (below === undefined) return [path.join('.')]
  return Object.entries(below).flatMap(([key, value]) => leavesOf(value, [...path, key], streams))
}

/** The variables that come before a key of the file. They hold no secrets. */
const overrides: Readonly<Record<string, string>> = {
  temporal_ui: 'NIGHTJAR_TEMPORAL_UI',
  'worker.listen': 'NIGHTJAR_LISTEN',
}

/** Every value of a configuration, and where it comes from. */
export function configValues(
  settings: Settings,
  { file, text }: Pick<FoundConfig, 'file' | 'text'>,
  environment: NodeJS.ProcessEnv,
): readonly ConfigValue[] {
  const lines = keyLines(text)
  const originOf = (key: string): Origin => {
    const line = lines.get(key)
    return file === null || line === undefined ? { kind: 'default' } : { kind: 'file', file, line }
  }
  const webhook = settings.webhook.map((table) => ({ ...table, url: hidePath(table.url) }))
  const whole = { ...settings, webhook, stream: streamTables(settings) }
  return configKeys(nightStreams(settings)).map((key) => {
    if (key === 'archive.url') return databaseValue(settings, originOf(key), environment)
    const variable = overrides[key]
    const named = variable === undefined ? undefined : environment[variable]
    if (variable !== undefined && named)
      return { key, value: named, from: { kind: 'variable', variable, file: null } }
    const value = writtenOf(whole, key.split('.'))
    return { key, value, from: value === null ? { kind: 'none' } : originOf(key) }
  })
}

/** The streams with nights, as the file would have them. */
function streamTables({ streams }: Settings): Readonly<Record<Stream, object>> {
  const nights = streams.filter(({ hasNights }) => hasNights)
  return Object.fromEntries(
    nights.map(({ line, at, report_within: within, ...table }) => {
      const { title, release, composes } = line
      const usual = { title, release, folder: composes.folder, ids: composes.forms }
      const said = within === null ? 'never' : within === undefined ? null : durationOf(within)
      return [line.name, { ...usual, ...table, at: at.length === 1 ? at[0] : at, report_within: said }]
    }),
  )
}

function databaseValue(settings: Settings, inFile: Origin, environment: NodeJS.ProcessEnv): ConfigValue {
  const url = databaseUrl(settings, environment)
  const secret = secretOf('NIGHTJAR_DATABASE_URL', environment)
  const key = 'archive.url'
  if (url === null) return { key, value: null, from: { kind: 'none' } }
  const { variable, file } = secret ?? {}
  const from: Origin = variable === undefined ? inFile : { kind: 'variable', variable, file: file ?? null }
  return { key, value: hidePassword(url), from }
}

/** The value of a key, as the file would have it. The settings have times in milliseconds, as `lookMs`. */
function writtenOf(settings: unknown, [key = '', ...rest]: readonly string[]): Written | null {
  if (typeof settings !== 'object' || settings === null) return null
  const entries = new Map<string, unknown>(Object.entries(settings))
  const time = entries.get(`${key}Ms`)
  if (typeof time === 'number') return durationOf(time)
  const value = entries.get(key)
  return rest.length > 0 ? writtenOf(value, rest) : written(value)
}

function written(value: unknown): Written | null {
  if (typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value)) return value
  return typeof value === 'string' ? value : null
}

const units = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

function durationOf(ms: number): string {
  const [unit, each] = units.find(([, length]) => ms % length === 0) ?? ['ms', 1]
  return `${ms / each} ${unit}`
}
