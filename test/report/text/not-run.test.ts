import { expect, test } from 'vitest'
import type { Standing } from '../../../jobs/results/standing.ts'
import { notRunLines } from '../../../report/text/not-run.ts'
import { lineOf, linkTo } from '../test-lines.ts'

function notRun(name: string, standing: Standing, result: string, reason = '') {
  return lineOf('not-run', { test: name, job: linkTo(1, { standing, result, reason }) })
}

test.each<[Standing, string, string, string]>([
  ['broken', 'incomplete', 'no disk', 'ended incomplete, no disk'],
  ['broken', 'timeout_exceeded', '', 'ended timeout_exceeded'],
  ['stopped', 'user_cancelled', 'no disk', 'cancelled before the end'],
  ['skipped', 'parallel_failed', 'no disk', 'skipped, because another test did not pass'],
  ['unknown', 'ascended', 'no disk', 'ended ascended'],
  ['unfinished', 'none', '', 'ended none'],
  ['failed', 'failed', '', 'ended failed'],
  ['passed', 'passed', '', 'ended passed'],
  ['softfailed', 'softfailed', '', 'ended softfailed'],
])('a job that is %s as %s, "%s", "%s"', (standing, result, reason, cause) => {
  const [first = '', second = ''] = notRunLines([notRun('a', standing, result, reason)])

  expect(`${first} ${second.trim()}`).toContain(`  Server-dvd-iso x86_64: ${cause} (1 test: a)`)
})

test('tests with one cause are told together, and a test that is alone has its link', () => {
  const lines = notRunLines([
    notRun('a', 'stopped', 'user_cancelled'),
    notRun('b', 'broken', 'incomplete'),
    notRun('c', 'stopped', 'user_cancelled'),
    { ...notRun('d', 'stopped', 'user_cancelled'), arch: 'aarch64' },
    { ...notRun('e', 'stopped', 'user_cancelled'), flavor: 'KDE-live-iso' },
  ])

  expect(lines).toEqual([
    '  Server-dvd-iso x86_64: cancelled before the end (2 tests: a, c)',
    '  Server-dvd-iso x86_64: ended incomplete (1 test: b)',
    '    https://openqa.example/tests/1',
    '  Server-dvd-iso aarch64: cancelled before the end (1 test: d)',
    '    https://openqa.example/tests/1',
    '  KDE-live-iso x86_64: cancelled before the end (1 test: e)',
    '    https://openqa.example/tests/1',
  ])
})

test('tests without a job say why they have none, and at most eight are named', () => {
  const absence = 'the image Server dvd x86_64 is missing'
  const tests = Array.from({ length: 10 }, (_, nth) =>
    lineOf('not-run', { test: `t${nth}`, job: null, absence }),
  )

  expect(notRunLines(tests)).toEqual([
    '  Server-dvd-iso x86_64: the image Server dvd x86_64 is missing (10',
    '    tests: t0, t1, t2, t3, t4, t5, t6, t7 and 2 more)',
  ])
  expect(notRunLines([lineOf('not-run', { job: null, absence: 'gone' })])).toHaveLength(1)
})
