import { expect, test } from 'vitest'
import { archSentence, archTable } from '../../report/arch-table.ts'
import type { StandingCounts, Tests } from '../../report/report.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { testsOf } from '../../report/tests.ts'
import type { Job } from '../../jobs/results/job.ts'
import { numberedJob } from '../jobs/numbered-job.ts'

function testsFrom(...changes: readonly Partial<Job>[]): Tests {
  const jobs = buildJobs(changes.map((change, id) => numberedJob(id, change)))
  return testsOf({ jobs, bugs: {}, openqaUrl: 'https://openqa.example' })
}

test('passed and failed are always shown, and the other columns where a test stands so', () => {
  expect(archTable(testsFrom({}))).toEqual([
    '              passed  failed  total',
    '  x86_64           1       0      1',
  ])
})

test('the column of what passed is shown also where nothing did', () => {
  expect(archTable(testsFrom({ result: 'failed' }))).toEqual([
    '              passed  failed  total',
    '  x86_64           0       1      1',
  ])
})

test('soft failures count as passed, and several arches are added up', () => {
  const tests = testsFrom(
    {},
    { result: 'softfailed' },
    { result: 'failed', arch: 'aarch64' },
    { result: 'incomplete', arch: 'aarch64' },
  )

  expect(archTable(tests)).toEqual([
    '              passed  failed  incomplete  total',
    '  aarch64          0       1           1      2',
    '  x86_64           2       0           0      2',
    '  all              2       1           1      4',
  ])
  expect(archSentence(tests)).toBe('aarch64 0, x86_64 2')
})

test.each<[Partial<Job>, keyof StandingCounts, string]>([
  [{ result: 'skipped' }, 'skipped', 'not run'],
  [{ result: 'obsoleted' }, 'stopped', 'cancelled'],
  [{ state: 'running' }, 'unfinished', 'unfinished'],
  [{ result: 'transcended' }, 'unknown', 'unknown'],
])('a test that is %o is counted as %s, in the column "%s"', (change, kind, column) => {
  const tests = testsFrom({}, change)

  expect(tests.counts[kind]).toBe(1)
  expect(archTable(tests)[0]).toBe(`              passed  failed  ${column}  total`)
  expect(archTable(tests)[1]).toMatch(/^ {2}x86_64 {11}1 {7}0 +1 {6}2$/)
})

test('a long name of an arch is cut', () => {
  expect(archTable(testsFrom({ arch: 'a'.repeat(11) }))[1]).toBe('  aaaaaaaaa…       1       0      1')
})

test('without tests there is no table', () => {
  expect(archTable(testsFrom())).toEqual([])
})
