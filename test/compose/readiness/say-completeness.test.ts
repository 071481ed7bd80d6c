import { expect, test } from 'vitest'
import { judgeCompleteness } from '../../../compose/readiness/completeness.ts'
import { sayCompleteness } from '../../../compose/readiness/say-completeness.ts'
import { whole } from '../any-observation.ts'

test('the sentence about a complete compose has every condition', () => {
  expect(sayCompleteness(judgeCompleteness(whole))).toMatch(
    /^STATUS is FINISHED_INCOMPLETE; .*; .*; the mirror has/,
  )
})

test('the sentence about another compose has only the conditions that are not met', () => {
  const late = judgeCompleteness({ ...whole, metadata: { kind: 'absent' } })

  expect(sayCompleteness(late)).toBe('there is no images.json yet')
})
