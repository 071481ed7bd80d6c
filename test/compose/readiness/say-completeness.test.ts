import { expect, test } from 'vitest'
import { judgeCompleteness } from '../../../compose/readiness/completeness.ts'
import { sayCompleteness } from '../../../compose/readiness/say-completeness.ts'
import { whole } from '../any-observation.ts'

test('of a complete compose all is said', () => {
  expect(sayCompleteness(judgeCompleteness(whole))).toMatch(
    /^STATUS is FINISHED_INCOMPLETE; .*; .*; the mirror has/,
  )
})

test('of another only what keeps it from being complete', () => {
  const late = judgeCompleteness({ ...whole, metadata: { kind: 'absent' } })

  expect(sayCompleteness(late)).toBe('there is no images.json yet')
})
