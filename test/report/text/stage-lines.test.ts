import { expect, test } from 'vitest'
import type { StageTiming } from '../../../report/outcome.ts'
import { stageLines, stageSentence } from '../../../report/text/stage-lines.ts'

const start = Date.parse('2026-11-24T05:15:00.000Z')

function stage(seconds: number, changes: Partial<StageTiming> = {}): StageTiming {
  const [since, until] = [start, start + seconds * 1000].map((at) => new Date(at).toISOString())
  return { name: 'find', since: since ?? '', until: until ?? '', lastAnswer: 'it is there', ...changes }
}

test.each([
  [0, '0 s'],
  [0.4, '0 s'],
  [0.6, '1 s'],
  [99, '99 s'],
  [99.6, '2 min'],
  [100, '2 min'],
  [149, '2 min'],
  [150, '3 min'],
  [99 * 60 + 29, '99 min'],
  [99 * 60 + 30, '1h40'],
  [100 * 60, '1h40'],
  [2 * 3600 + 5 * 60, '2h05'],
  [11 * 3600 + 59 * 60, '11h59'],
  [12 * 3600, '12h00'],
  [-1, '?'],
])('%f seconds are told as %s', (seconds, words) => {
  expect(stageSentence([stage(seconds)])).toContain(` (${words})`)
})

test('a sentence tells when each stage was over', () => {
  expect(stageSentence([stage(60), stage(3600, { name: 'complete' })])).toBe(
    'find until 05:16 (60 s), complete until 06:15 (60 min)',
  )
})

test('lines tell from when to when, how long, and the last answer, in columns', () => {
  expect(stageLines([stage(3600), stage(60, { name: 'complete' })])).toEqual([
    '  find      05:15 - 06:15    60 min  it is there',
    '  complete  05:15 - 05:16      60 s  it is there',
  ])
})

test('a long answer goes on in its column, and none leaves no space at the end', () => {
  const lines = stageLines([stage(60, { lastAnswer: 'word '.repeat(20) })])

  expect(lines[0]).toMatch(/ {2}60 s {2}word word/)
  expect(lines.slice(1).map((line) => line.search(/\S/))).toEqual(lines.slice(1).map(() => 37))
  expect(lines.length).toBeGreaterThan(1)
  expect(stageLines([stage(60, { lastAnswer: '' })])).toEqual(['  find      05:15 - 05:16      60 s'])
})

test('a long name is cut and does not move the columns', () => {
  expect(stageLines([stage(60, { name: 'nine-long' }), stage(60, { name: 'ten-longer' })])).toEqual([
    '  nine-long 05:15 - 05:16      60 s  it is there',
    '  ten-long… 05:15 - 05:16      60 s  it is there',
  ])
})

test.each([{ since: null }, { until: null }, { since: null, until: null }])(
  'a stage that is not over is left out: %o',
  (open) => {
    expect(stageLines([stage(60, open)])).toEqual([])
    expect(stageSentence([stage(60, open)])).toBe('')
  },
)

test.each(['x2026-11-24T05:15:00.000Z', '2026-11-24T05:15:00.000Zx', 'yesterday', ''])(
  '%j is no time and no end of a duration',
  (text) => {
    const told = stageSentence([stage(60, { until: text })])

    expect(told).toBe('find until ? (?)')
    expect(stageLines([stage(60, { since: text })])[0]).toContain('  ? - 05:16')
  },
)
