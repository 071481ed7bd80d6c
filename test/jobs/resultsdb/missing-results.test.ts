import { expect, test } from 'vitest'
import { parseResultsPage } from '../../../jobs/resultsdb/known-result.ts'
import { compareWithResults, isResultOf, otherHost } from '../../../jobs/resultsdb/missing-results.ts'
import { parseReportedJobs } from '../../../jobs/resultsdb/reported-job.ts'
import { build, rawJob, reporting, type RawJob } from './job-of-fedora.ts'

const at = '2026-11-24T12:00:00.000Z'

function known(...urls: readonly (string | null)[]) {
  const data = urls.map((ref_url, nth) => ({
    id: nth + 1,
    outcome: 'PASSED',
    testcase: { name: 'compose.a', ref_url: null, href: '' },
    ref_url,
    submit_time: '2026-11-24T07:01:00.000000',
    data: {},
  }))
  return parseResultsPage({ data, next: null, prev: null }).results
}

function compared(jobs: readonly RawJob[], ...urls: readonly (string | null)[]) {
  const read = parseReportedJobs(build, { jobs: jobs.map(rawJob) })
  return compareWithResults(read, known(...urls), { ...reporting, at })
}

const ids = (list: readonly { readonly job: { readonly id: number } }[]) => list.map(({ job }) => job.id)

test('a job is missing if no result links its page', () => {
  const { due, missing } = compared(
    [{ id: 3 }, { id: 2 }, { id: 1 }, { id: 11 }],
    'https://openqa.fedoraproject.org/tests/1',
    'http://openqa.fedoraproject.org/t2',
    'https://openqa.stg.fedoraproject.org/tests/3',
    null,
    'no URL',
  )

  expect(due).toBe(4)
  expect(ids(missing)).toEqual([3, 11])
})

test('a job that ended in the last half an hour may still be reported', () => {
  const { missing, early } = compared([
    { id: 1, t_finished: '2026-11-24T11:29:59' },
    { id: 2, t_finished: '2026-11-24T11:30:01' },
    { id: 3, t_finished: null },
  ])

  expect(ids(missing)).toEqual([1, 3])
  expect(ids(early)).toEqual([2])
})

test('jobs that are still to end, and those that no result can be made of, are counted apart', () => {
  const result = compared([
    { id: 1, state: 'running', result: 'none' },
    { id: 2, settings: { TEST_TARGET: 'DISK' } },
    { id: 3, clone_id: 4 },
  ])

  expect(result).toMatchObject({ due: 0, missing: [], early: [], pending: 1 })
  expect(ids(result.unclear)).toEqual([2])
})

test('results that all link to another openQA say nothing of this one', () => {
  const url = reporting.openqaUrl

  expect(otherHost(known('https://10.0.0.1/tests/1', null), url)).toBe('10.0.0.1')
  expect(otherHost(known('https://10.0.0.1/tests/1', `${url}/tests/2`), url)).toBeNull()
  expect(otherHost(known(null), url)).toBeNull()
  expect(otherHost([], url)).toBeNull()
})

test('a result without a page is of no job', () => {
  expect(isResultOf({ url: '' }, { url: '' })).toBe(false)
})

test('a job of another build is no answer', () => {
  const stray = { jobs: [rawJob({ settings: { BUILD: 'Fedora-44-20261124.n.0' } })] }

  expect(() => parseReportedJobs(build, stray)).toThrow('a job of "Fedora-44-20261124.n.0"')
})
