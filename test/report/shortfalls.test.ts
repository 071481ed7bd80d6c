import { expect, test } from 'vitest'
import { makeReport } from '../../report/make-report.ts'
import { shortfallsOf } from '../../report/shortfalls.ts'
import { green } from './green-night.ts'
import { nights } from './nights.ts'

const { tests, images, posts } = makeReport(green)
const line = { flavor: 'universal', arch: 'x86_64', why: 'no' }
const image = { subvariant: 'KDE', type: 'live', arch: 'x86_64', blocking: true, why: 'no', koji: null }
const [flaky] = makeReport(nights['failed'] ?? green).tests.flaky

test('a night on which all is well is short of nothing', () => {
  expect(shortfallsOf({ tests, images, posts })).toEqual([])
  expect(shortfallsOf({ tests, images: null, posts })).toEqual([])
})

test('what a night is short of is told with its number, the gravest first', () => {
  const counts = {
    ...tests.counts,
    failed: 1,
    broken: 2,
    skipped: 3,
    stopped: 4,
    unfinished: 5,
    unknown: 6,
    softfailed: 7,
  }
  const shortfalls = shortfallsOf({
    tests: { ...tests, counts, flaky: flaky === undefined ? [] : [flaky] },
    images: { expected: 10, missing: [image, image] },
    posts: {
      done: 0,
      refused: [line],
      unknown: [line, line],
      partial: [line, line, line],
      vanished: [line],
    },
  })

  expect(shortfalls).toEqual([
    '1 failed',
    '2 images missing',
    '5 unfinished',
    '2 incomplete',
    '6 unknown',
    '3 not run',
    '4 cancelled',
    expect.stringMatching(/^1 flavor /),
    expect.stringMatching(/^2 flavors .*not posted/),
    expect.stringMatching(/^3 flavors .*in part/),
    expect.stringMatching(/^1 flavor .*vanished/),
    '1 flaky',
  ])
})
