import { expect, test } from 'vitest'
import { slowStages } from '../../report/slow-stages.ts'

const start = Date.parse('2026-11-24T05:15:00.000Z')

function stage(name: string, minutes: number) {
  const until = new Date(start + minutes * 60_000).toISOString()
  return { name, since: new Date(start).toISOString(), until, lastAnswer: '' }
}

test.each([
  ['find', 120],
  ['complete', 480],
  ['schedule', 30],
  ['await', 360],
])('the stage %s is slow after more than %i minutes', (name, minutes) => {
  const slow = stage(name, minutes + 1)

  expect(slowStages([stage(name, minutes), slow])).toEqual([slow])
})

test.each(['report', 'toString', ''])('no time is too long for a stage named "%s"', (name) => {
  expect(slowStages([stage(name, 10_000)])).toEqual([])
})

test('a stage that is not over, or did not begin, is not slow', () => {
  const slow = stage('find', 10_000)

  expect(
    slowStages([
      { ...slow, until: null },
      { ...slow, since: null },
    ]),
  ).toEqual([])
  expect(slowStages([{ ...slow, until: 'yesterday' }])).toEqual([])
})
