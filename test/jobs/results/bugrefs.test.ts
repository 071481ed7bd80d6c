import { expect, test } from 'vitest'

import { Garbled } from '../../../compose/garbled.ts'
import { bugrefsOf } from '../../../jobs/results/bugrefs.ts'

test('the bugs that comments name are told once each', () => {
  const comments = [
    { id: 1, text: 'see brc#1 or gh#o/r#2', bugrefs: ['brc#1', 'gh#o/r#2'] },
    { id: 2, text: 'restarting', bugrefs: [] },
    { id: 3, text: 'an older openQA says nothing' },
    { id: 4, text: 'again brc#1', bugrefs: ['brc#1'] },
  ]

  expect(bugrefsOf(comments)).toEqual(['brc#1', 'gh#o/r#2'])
})

test('an answer that is no list of comments is an error', () => {
  expect(() => bugrefsOf({ error: 'Job 9 does not exist' })).toThrow(Garbled)
  expect(() => bugrefsOf(null)).toThrow('comments')
})
