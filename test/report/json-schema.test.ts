import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { renderJson } from '../../report/json.ts'
import { reportSchema } from '../../report/report-schema.ts'
import { kinds, reportOn, story } from './html/reports.ts'

/**
 * The shape of each number, as a hash. The line of a number that was released is never changed: another shape
 * needs another number, and a line here.
 */
const shapes: Readonly<Record<string, string>> = {
  2: 'c6f9b427a82a583028edd0ca1d5eb0e44a35c4f6477bb176604400b0a47cc5b2',
}

const file = 'docs/report.schema.json'
const made = z.toJSONSchema(reportSchema)

test(`${file} is the shape of a report`, async () => {
  await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(`../../${file}`)
})

test('the shape of a report changes only with its number', () => {
  const { title: _, description: __, ...shape } = made
  const { schema: number } = reportOn('green')

  expect({ [number]: createHash('sha256').update(JSON.stringify(shape)).digest('hex') }).toEqual({
    [number]: shapes[number],
  })
  expect(made.description).toContain(`schema ${number}`)
})

const ajv = formats.default(new Ajv2020({ allErrors: true }))
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')))

test.each([...kinds, ...story])('the JSON of %s is valid for other programs', (_, report) => {
  validate(JSON.parse(renderJson(report)))

  expect(validate.errors ?? []).toEqual([])
})

test.each([
  ['another number', { schema: 1 }],
  ['another verdict', { verdict: 'BROKEN' }],
  ['a date that is none', { night: { stream: 'rawhide', date: '2026-02-30' } }],
  ['a member too many', { colour: 'red' }],
])('a report with %s is not valid', (_, change) => {
  expect(validate({ ...reportOn('green'), ...change })).toBe(false)
})
