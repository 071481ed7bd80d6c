import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { configSchema } from '../../workers/config/config-schema.ts'
import { settingsOf } from '../../workers/config/config.ts'
import { configKeys } from '../../workers/config/told/config-values.ts'

const example = readFileSync('nightjar.example.toml', 'utf8')

/** The example with the keys that have no default: `#name = …` and `#[table]`, as opposed to `# prose`. */
const whole = example.replaceAll(/^#(?=[\w[])/gm, '')

function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each, path === '' ? key : `${path}.${key}`))
}

test('the example as it is says the defaults', () => {
  expect(settingsOf({ file: null, text: example }, {})).toEqual(settingsOf({ file: null, text: '' }, {}))
})

test('the example has every key of the configuration, and no other', () => {
  const keys = new Set(configKeys(['NAME']))
  // Each key of a stream is shown once, whichever has it.
  const shown = pathsOf(parse(whole)).map((path) => path.replace(/^stream\.[a-z]+/, 'stream.NAME'))

  expect(keys.size).toBeGreaterThan(30)
  expect(new Set(shown)).toEqual(keys)
})

test('the keys without a default are valid when they are taken in', () => {
  expect(configSchema.safeParse(parse(whole))).toMatchObject({ success: true })
})

test('what the example shows for the bus is the default', () => {
  expect(configSchema.parse(parse(whole)).bus).toEqual(configSchema.parse({ bus: {} }).bus)
})

test('what the example shows for mail is the default where there is one', () => {
  const { mail } = configSchema.parse(parse(whole))
  const least = configSchema.parse({ mail: { host: 'localhost', from: 'a@b', to: ['a@b'] } })

  expect(mail).toMatchObject({ port: least.mail?.port, tls: least.mail?.tls, domain: least.mail?.domain })
})
