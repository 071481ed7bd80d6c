import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { documented } from './forms.ts'

const ajv = new Ajv2020({ allErrors: true, strict: true })

/** What a command printed with `--json`, which is of the form and fits its schema. */
export function printed(form: string, stdout: string): unknown {
  const answer: unknown = JSON.parse(stdout)
  expect(Object.keys(Object(answer))[0]).toBe('schema')
  expect(answer).toHaveProperty('schema', form)
  const fits = ajv.getSchema(form) ?? ajv.compile({ ...documented(form), $id: form })
  expect(fits(answer) ? [] : fits.errors).toEqual([])
  return answer
}
