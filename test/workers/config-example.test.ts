import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { configSchema } from '../../workers/config/config-schema.ts'

const example = readFileSync('nightjar.example.toml', 'utf8')

/** The example with the keys that have no default: `#name = …` and `#[table]`, as opposed to `# prose`. */
const whole = example.replaceAll(/^#(?=[\w[])/gm, '')

const node = z.object({
  get properties() {
    return z.record(z.string(), node).optional()
  },
})

/** The paths of a JSON Schema's leaves: `patience.find.look`. */
function leavesOf({ properties }: z.output<typeof node>, path = ''): readonly string[] {
  if (properties === undefined) return [path]
  return Object.entries(properties).flatMap(([key, value]) =>
    leavesOf(value, path === '' ? key : `${path}.${key}`),
  )
}

function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each, path === '' ? key : `${path}.${key}`))
}

test('the example as it is says the defaults', () => {
  expect(configSchema.parse(parse(example))).toEqual(configSchema.parse({}))
})

test('the example has every key of the configuration, and no other', () => {
  const keys = leavesOf(node.parse(z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' })))

  expect(keys.length).toBeGreaterThan(30)
  expect(pathsOf(parse(whole)).toSorted()).toEqual(keys.toSorted())
})

test('the keys without a default are valid when they are taken in', () => {
  expect(configSchema.safeParse(parse(whole))).toMatchObject({ success: true })
})

test('what the example shows for mail is the default where there is one', () => {
  const { mail } = configSchema.parse(parse(whole))
  const least = configSchema.parse({ mail: { host: 'localhost', from: 'a@b', to: ['a@b'] } })

  expect(mail).toMatchObject({ port: least.mail?.port, tls: least.mail?.tls, domain: least.mail?.domain })
})
