import { expect, test } from 'vitest'
import { parsePostedResult, parseResultsPage } from '../../../jobs/resultsdb/known-result.ts'
import { parseReportedJobs } from '../../../jobs/resultsdb/reported-job.ts'
import { resultOfJob } from '../../../jobs/resultsdb/result-of-job.ts'
import { build, jobOfFedora, rawJob, reporting } from './job-of-fedora.ts'

const long = 'x'.repeat(3000)

test('a job is read with its settings and modules, sorted by its number', () => {
  const jobs = [rawJob({ id: 10 }), rawJob({ id: 9, clone_id: 10 })]

  const [first, second] = parseReportedJobs(build, { jobs })

  expect(first).toMatchObject({ id: 9, isReplaced: true, finishedAt: '2026-11-24T07:00:00Z', modules: [] })
  expect(second).toMatchObject({ id: 10, isReplaced: false })
})

test.each(['24 Nov 2026', 'x2026-11-24T07:00:00', '2026-11-24T07:00:00x', null])('%j is no time', (time) => {
  expect(jobOfFedora({ t_finished: time }).finishedAt).toBeNull()
})

test('what is too long is cut, and what is no text is left out', () => {
  const raw = rawJob({ test: long, settings: { LONG: long } })
  const odd = { ...raw, settings: { BUILD: build, LONG: long, NUMBER: 5 }, modules: null }

  const [job] = parseReportedJobs(build, { jobs: [odd] })

  expect(job?.test).toHaveLength(2000)
  expect([...(job?.settings.keys() ?? [])]).toEqual(['BUILD', 'LONG'])
  expect(job?.settings.get('LONG')).toHaveLength(2000)
  expect(job?.modules).toEqual([])
})

test('a module without flags has none', () => {
  const { modules } = jobOfFedora({ modules: [{ name: 'a', result: null, flags: 'fatal' }] })

  expect(modules).toEqual([{ name: 'a', result: '', flags: [] }])
})

test('a list of another shape is no list of jobs', () => {
  expect(() => parseReportedJobs(build, { jobs: [{}] })).toThrow("expected openQA's list of jobs")
  expect(() => parseReportedJobs('other', { jobs: [rawJob()] })).toThrow('jobs of the build other')
})

test('a job without a BUILD may be of any', () => {
  expect(parseReportedJobs(build, { jobs: [rawJob({ settings: { BUILD: undefined } })] })).toHaveLength(1)
})

test.each([
  ['a NOREPORT before the end', { BUILD: `NOREPORT-${build}` }, { kind: 'result' }],
  ['a prefix before ISO', { TEST_TARGET: 'MY_ISO' }, { kind: 'unclear' }],
  ['more after a number', { TEST_TARGET: 'HDD_1x' }, { kind: 'unclear' }],
  ['testing- inside a name', { ISO: 'a-testing-b.iso' }, { why: 'the compose has no image a-testing-b.iso' }],
])('%s is not what it looks like', (_, settings, made) => {
  const job = {
    ...jobOfFedora(),
    settings: new Map([...jobOfFedora().settings, ...Object.entries(settings)]),
  }

  expect(resultOfJob(job, reporting)).toMatchObject(made)
})

test('a disk with a number of two digits is an image, and only raw-xz was unpacked', () => {
  const job = jobOfFedora({ settings: { TEST_TARGET: 'HDD_12', HDD_12: 'a.raw' } })

  expect(resultOfJob(job, reporting)).toEqual({ kind: 'unclear', why: 'the compose has no image a.raw' })
})

test('the source of a result on a compose is openQA', () => {
  const made = resultOfJob(jobOfFedora({ settings: { TEST_TARGET: 'COMPOSE' } }), reporting)

  expect(made).toMatchObject({
    result: {
      groups: [{ namespace: 'source', name: 'openqa' }, { namespace: 'compose' }, { namespace: 'openqa' }],
      data: { source: 'openqa', 'meta.conventions': 'result productmd.compose fedora.compose' },
    },
  })
})

test('a result is read, what is too long is cut, and its page may be missing', () => {
  const result = {
    id: 7,
    outcome: 'PASSED',
    testcase: { name: long },
    ref_url: null,
    submit_time: '2026-11-24T07:01:00',
    data: { item: ['a', 'b'] },
  }
  const read = {
    id: 7,
    outcome: 'PASSED',
    testcase: long.slice(0, 2000),
    url: '',
    submittedAt: '2026-11-24T07:01:00',
    data: { item: ['a', 'b'] },
  }

  expect(parsePostedResult(result)).toEqual(read)
  expect(parseResultsPage({ data: [result], next: 'http://x' })).toEqual({ results: [read], isLast: false })
  expect(parseResultsPage({ data: [], next: null })).toEqual({ results: [], isLast: true })
  expect(() => parsePostedResult({})).toThrow('expected the new result of ResultsDB')
  expect(() => parseResultsPage({ data: [] })).toThrow("expected a page of ResultsDB's results")
})
