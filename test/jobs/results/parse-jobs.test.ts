import { expect, test } from 'vitest'
import { z } from 'zod'

import { markerSetting } from '../../../jobs/plan/marker.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { parseJobs, parseJobsOfBuild } from '../../../jobs/results/parse-jobs.ts'
import { recordedJson } from '../../recorded/read.ts'

const raw = {
  id: 2,
  test: 'base_selinux',
  state: 'scheduled',
  result: 'none',
  clone_id: null,
  blocked_by_id: 1,
  t_started: null,
  t_finished: null,
  settings: {
    DISTRI: 'fedora-eln',
    FLAVOR: 'Server-dvd-iso',
    ARCH: 'x86_64',
    MACHINE: '64bit',
    BUILD: 'F',
    [markerSetting]: 'g1_a',
  },
}

/** One job, as in a list. */
function only({ job }: { readonly job: unknown }): Job | undefined {
  return parseJobs({ jobs: [job] })[0]
}

test('a job is read from the list, its settings lifted out', () => {
  expect(parseJobs({ jobs: [raw] })).toEqual([
    {
      id: 2,
      distri: 'fedora-eln',
      test: 'base_selinux',
      flavor: 'Server-dvd-iso',
      arch: 'x86_64',
      machine: '64bit',
      build: 'F',
      state: 'scheduled',
      result: 'none',
      cloneId: null,
      blockedById: 1,
      reason: '',
      marker: 'g1_a',
      failedModules: [],
      startedAt: null,
      finishedAt: null,
    },
  ])
})

test('a job that names no distribution is one of fedora', () => {
  expect(only({ job: { ...raw, settings: {} } })?.distri).toBe('fedora')
})

test('ids that openQA sorted as text come back by number', () => {
  const jobs = [1, 10, 104, 11, 2].map((id) => ({ ...raw, id }))

  expect(parseJobs({ jobs }).map(({ id }) => id)).toEqual([1, 2, 10, 11, 104])
})

test('words that nobody knows yet are kept as they are', () => {
  const job = only({ job: { ...raw, state: 'hibernating', result: 'sideways' } })

  expect(job).toMatchObject({ state: 'hibernating', result: 'sideways' })
})

test('keys that are absent read like keys that are null', () => {
  const { id, test: name, state, result, settings } = raw

  expect(only({ job: { id, test: name, state, result, settings } })).toEqual(
    only({ job: { ...raw, blocked_by_id: null, reason: null, modules: null } }),
  )
})

test('times get the zone that openQA leaves out, and what is no time is none', () => {
  const job = only({ job: { ...raw, t_started: '2026-11-24T05:55:44', t_finished: 'yesterday' } })

  expect(job).toMatchObject({ startedAt: '2026-11-24T05:55:44Z', finishedAt: null })
})

test.each([
  '',
  ' 2026-11-24T05:55:44',
  '2026-11-24T05:55:44Z',
  '2026-11-24 05:55:44',
  '2026-11-24T05:55',
  '2026-99-99T99:99:99',
  '0',
])('%j is no time', (text) => {
  expect(only({ job: { ...raw, t_started: text, t_finished: text } })).toMatchObject({
    startedAt: null,
    finishedAt: null,
  })
})

test('what openQA says of a clone, a blocker and a reason is kept', () => {
  const job = only({ job: { ...raw, clone_id: 9, blocked_by_id: 8, reason: 'api failure' } })

  expect(job).toMatchObject({ cloneId: 9, blockedById: 8, reason: 'api failure' })
})

test('a job without settings has empty ones', () => {
  expect(only({ job: { ...raw, settings: {} } })).toMatchObject({
    flavor: '',
    arch: '',
    machine: '',
    build: '',
    marker: '',
  })
})

test('a module without a result has not failed', () => {
  expect(only({ job: { ...raw, modules: [{ name: 'a' }, { name: 'b', result: null }] } })).toMatchObject({
    failedModules: [],
  })
})

test('failed modules are named, also those that end in a word openQA spells oddly or newly', () => {
  const modules = ['passed', 'failed', 'canceled', 'exploded', 'softfailed', 'none', 'skipped', 'running']
  const job = only({
    job: { ...raw, modules: modules.map((result) => ({ name: `m_${result}`, result })) },
  })

  expect(job?.failedModules).toEqual(['m_failed', 'm_canceled', 'm_exploded'])
})

test.each([
  ['a page', '<html>', "expected openQA's list of jobs, got JSON of another shape at the whole"],
  ['no list', { error: 'no' }, 'another shape at jobs'],
  ['a job without an id', { jobs: [{ ...raw, id: null }] }, 'another shape at jobs.0.id'],
])('%s is garbled and says where', (_, answer, words) => {
  expect(() => parseJobs(answer)).toThrow(words)
})

test('every recorded list and job of a real openQA is read', () => {
  const answers = recordedJson('openqa-jobs.json', z.array(z.object({ body: z.looseObject({}) })))

  const jobs = answers.flatMap(({ body }) =>
    'jobs' in body ? parseJobs(body) : parseJobs({ jobs: [body['job']] }),
  )

  expect(jobs).toHaveLength(231)
  expect(jobs.filter(({ flavor, arch, build }) => `${flavor}${arch}${build}` === '')).toEqual([])
})

test('jobs of another build are no answer to the question', () => {
  const answer = {
    jobs: [{ id: 1, test: 'a', state: 'done', result: 'passed', settings: { BUILD: 'other' } }],
  }

  expect(() => parseJobsOfBuild('mine', answer)).toThrow(/jobs of the build mine, got a job of "other"/)
  expect(parseJobsOfBuild('other', answer)).toHaveLength(1)
})

test('a job with more modules than any test has keeps some, and endless names are cut', () => {
  const modules = Array.from({ length: 1000 }, (_, nth) => ({ name: `m${nth}`, result: 'failed' }))
  const job = { id: 1, test: 'x'.repeat(10_000), state: 'done', result: 'failed', settings: {}, modules }

  expect(parseJobs({ jobs: [job] })).toMatchObject([
    { test: 'x'.repeat(500), failedModules: modules.slice(0, 50).map(({ name }) => name) },
  ])
})
