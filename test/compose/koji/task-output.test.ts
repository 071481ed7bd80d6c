import { expect, test } from 'vitest'
import { parseTaskOutput } from '../../../compose/koji/task-output.ts'

test('a list of names is returned as it is', () => {
  expect(parseTaskOutput(['a.iso', 'root.log'])).toEqual(['a.iso', 'root.log'])
  expect(parseTaskOutput([])).toEqual([])
})

test.each([null, 'a.iso', [1], { 'a.iso': {} }, ['../../9999/9999/a.iso']])(
  '%j is not a list of names',
  (value) => {
    expect(() => parseTaskOutput(value)).toThrow("expected a list of the names of a Koji task's files, got")
  },
)

test('the error quotes what arrived, even if it is not a JSON value', () => {
  expect(() => parseTaskOutput({ 'a.iso': {} })).toThrow('got "{\\"a.iso\\":{}}"')
  expect(() => parseTaskOutput(undefined)).toThrow(/got ""$/)
})
