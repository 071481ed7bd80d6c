import { expect, test } from 'vitest'
import { guessReleases } from '../../../compose/naming/guess-releases.ts'

test.each([
  ['20240829', [39, 40], [41], 'between branching and release of 41'],
  ['20240229', [38, 39], [40], 'the month in which 40 is branched'],
  ['20240131', [38, 39], [], 'the month before'],
  ['20240430', [38, 39], [40], 'the month in which 40 is released'],
  ['20240501', [39, 40], [], 'the month after'],
  ['20241231', [40, 41], [], 'the last month of a year'],
  ['20250110', [40, 41], [], 'after the release of 41, before 42 is branched'],
  ['20250410', [40, 41], [42], 'the week before the release of 42'],
  ['20250520', [41, 42], [], 'after the release of 42'],
  ['20250922', [41, 42], [43], 'between branching and release of 43'],
])('on %s, stable was %j and branched was %j: %s', (date, stable, branched) => {
  expect(guessReleases(date)).toEqual({ stable, branched })
})
