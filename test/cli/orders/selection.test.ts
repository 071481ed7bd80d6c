import { expect, test } from 'vitest'
import { readJobIds } from '../../../cli/orders/job-ids.ts'
import { selectionOf } from '../../../cli/orders/rerun.ts'

test.each([
  [{}, { jobs: 'failed' }],
  [{ failed: true }, { jobs: 'failed' }],
  [{ all: true }, { jobs: 'all' }],
  [{ job: ['7', '8,9'] }, { jobs: [7, 8, 9] }],
  [{ flavor: 'universal' }, { flavor: 'universal' }],
  [{ bug: 'rhbz#1' }, { bug: 'rhbz#1' }],
  [{ from: 'schedule' as const }, { from: 'schedule' }],
])('the options %j select %j', (options, request) => {
  expect(selectionOf(options)).toEqual(request)
})

test('two selections are wrong usage', () => {
  expect(() => selectionOf({ all: true, from: 'find' })).toThrow('choose one of --all and --from')
})

test('a job is named by its id or its address', () => {
  expect(readJobIds(['https://openqa.fedoraproject.org/tests/4711#step/x', '#4712', '3'])).toEqual([
    4711, 4712, 3,
  ])
  for (const word of ['rawhide', '0', '-1', '1.5', 'https://example.org/4711'])
    expect(() => readJobIds([word])).toThrow('expected the id of a job in openQA')
})
