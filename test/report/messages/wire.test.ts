import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { NightEvent } from '../../../report/messages/night-message.ts'
import { messageSchema } from '../../../report/messages/message-schema.ts'
import { schemaName, schemaPackage, wireOf } from '../../../report/messages/wire.ts'

const file = 'deploy/fedora-messages/nightjar_messages/night-v1.json'
const night = { stream: 'eln', date: '2026-11-24', hour: '02' }
const speaking = { night, run: 'nightly/eln/2026-11-24T02', temporalRun: '01a21dbf-27d7-7a08' }
const usual = { topicPrefix: 'org.fedoraproject.prod', publishBy: false, url: null }
const hostile = `cut\u001b[2J\nSubject: it ${'x'.repeat(5000)}`

function wire(event: NightEvent, otherwise: Partial<typeof usual> = {}) {
  const at = '2026-11-24T05:15:00.000Z'
  return wireOf(speaking, { n: 3, at, compose: null, event }, { ...usual, ...otherwise })
}

const events: readonly NightEvent[] = [
  { kind: 'open' },
  { kind: 'stage', stage: 'find', state: 'gave-up', said: hostile },
  { kind: 'verdict', verdict: 'broken', edition: 2, subject: hostile },
  { kind: 'order', order: 'cancel', asked: hostile, by: hostile, became: hostile },
]

test(`${file} is the schema of the messages`, async () => {
  const text = `${JSON.stringify(z.toJSONSchema(messageSchema), null, 2)}\n`

  await expect(text).toMatchFileSnapshot(`../../../${file}`)
})

test.each(events)(
  'the body of $kind is valid by the published schema, with no control character',
  (event) => {
    const ajv = formats.default(new Ajv2020({ allErrors: true, strictTypes: false }))
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
    const { topic, body } = wire(event, { publishBy: true })

    validate(body)

    expect(validate.errors ?? []).toEqual([])
    expect(topic).toBe(`org.fedoraproject.prod.nightjar.night.${event.kind}`)
    expect(JSON.stringify(body)).not.toMatch(/\\[nu]/)
    expect(JSON.stringify(body).length).toBeLessThan(2000)
  },
)

test('who gave an order is said only where reports may say it', () => {
  const order = { kind: 'order', order: 'rerun', asked: 'run it again', by: 'Adam', became: '' } as const

  expect(wire(order).body.order?.by).toBeNull()
  expect(wire(order, { publishBy: true }).body.order?.by).toBe('Adam')
})

test('the headers are those of fedora-messaging, and name the Python package', () => {
  expect(wire({ kind: 'open' }).headers).toEqual({
    fedora_messaging_schema: schemaName,
    fedora_messaging_schema_package: schemaPackage,
    fedora_messaging_severity: 20,
    'sent-at': '2026-11-24T05:15:00+00:00',
    priority: 0,
  })
  const project = readFileSync('deploy/fedora-messages/pyproject.toml', 'utf8')
  expect(project).toContain(`name = "${schemaPackage}"`)
  expect(project).toContain(`"${schemaName}" = "nightjar_messages:NightMessageV1"`)
})
