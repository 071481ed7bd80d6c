import { expect, test } from 'vitest'
import { standings } from '../../jobs/results/standing.ts'
import { standingColumns, standingWords } from '../../report/standing-words.ts'

test('each standing has a word for every place in which a report may need it', () => {
  const words = standings.flatMap((standing) => Object.values(standingWords[standing]))

  expect(words).toHaveLength(4 * standings.length)
  expect(words.filter((word) => word.trim() === '')).toEqual([])
})

test.each(['short', 'heading', 'sentence'] as const)('no two standings share a %s', (place) => {
  expect(new Set(standings.map((standing) => standingWords[standing][place])).size).toBe(standings.length)
})

test('a heading begins in capitals, and the other words do not', () => {
  for (const { heading, short, sentence } of Object.values(standingWords)) {
    expect(heading).toMatch(/^[A-Z]{3}/)
    expect(`${short} ${sentence}`).toMatch(/^[^A-Z]+/)
  }
})

test('each standing is counted in one column, and soft failures in that of what passed', () => {
  expect(standingColumns.flatMap(([, kinds]) => kinds).toSorted()).toEqual([...standings].toSorted())
  expect(standingColumns[0]).toEqual(['passed', ['passed', 'softfailed']])
})
