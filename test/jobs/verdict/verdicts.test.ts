import { expect, test } from 'vitest'
import { verdictTable, verdictWords } from '../../../jobs/verdict/verdicts.ts'

test('the table of verdicts has each word once, those of a tested compose in the order of their rules', () => {
  expect(verdictWords).toEqual([
    'broken',
    'unknown',
    'degraded',
    'passed',
    'absent',
    'unfinished',
    'cancelled',
    'neutral',
  ])
})

test('each verdict says what it means and when it applies', () => {
  expect(verdictTable.map(({ word }) => word)).toEqual(verdictWords)
  expect(verdictTable.filter(({ means, when }) => means === '' || when === '')).toEqual([])
})
