import { expect, test } from 'vitest'
import { uploadedLogs } from '../../../jobs/system/uploaded-logs.ts'

test('the uploads of an installed system are found by their names', () => {
  const ulogs = [
    '_collect_data-top.log',
    '_collect_data-free.log',
    '_collect_data-rpms.nevra.csv',
    'x-df.log',
  ]

  expect(uploadedLogs({ job: { id: 1, ulogs } })).toEqual({
    'free.log': '_collect_data-free.log',
    'rpms.nevra.csv': '_collect_data-rpms.nevra.csv',
  })
})

test.each([{ job: {} }, { job: { ulogs: [] } }, { job: { ulogs: ['../../_collect_data-free.log'] } }])(
  'a job without such uploads has none, case %#',
  (answer) => {
    expect(uploadedLogs(answer)).toEqual({})
  },
)

test.each([null, [], '', {}, { job: [] }, { job: { ulogs: 'free.log' } }, { job: { ulogs: [7] } }])(
  'an answer of another shape is garbled, case %#',
  (answer) => {
    expect(() => uploadedLogs(answer)).toThrow(/^expected a job with its uploads/)
  },
)
