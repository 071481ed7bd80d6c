import { expect, test } from 'vitest'
import { reasonsOf } from '../../report/reasons.ts'
import { good, verdictCases } from '../jobs/verdict-cases.ts'

test.each(verdictCases)('where %s the reasons say so, the gravest first', (_, changes, _kind, reasons) => {
  expect(reasonsOf({ ...good, ...changes })).toEqual(reasons)
})
