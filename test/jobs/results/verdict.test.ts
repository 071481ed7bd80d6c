import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { VerdictInput } from '../../../jobs/results/verdict-input.ts'
import { judge } from '../../../jobs/results/verdict.ts'
import { numberedJob } from '../numbered-job.ts'
import { good, verdictCases } from '../verdict-cases.ts'

describe('a verdict', () => {
  test.each(verdictCases)('where %s is what the table says', (_, changes, kind) => {
    const verdict = judge({ ...good, ...changes })

    expect(verdict.kind === 'unknown' ? `unknown: ${verdict.cause}` : verdict.kind).toBe(kind)
  })

  test.each<[string, Partial<VerdictInput>, string]>([
    [
      'unreachable',
      { jobs: buildJobs([]), end: 'unreachable' },
      'no test was seen and openQA gave no answer',
    ],
    ['nothing-scheduled', { jobs: buildJobs([]), end: 'deadline' }, 'no test was seen in time'],
    [
      'unfinished',
      { jobs: buildJobs([numberedJob(1, { state: 'running', result: 'none' })]), end: 'deadline' },
      'the only test had not ended',
    ],
  ])('is unknown as %s where %s', (cause, changes) => {
    expect(judge({ ...good, ...changes })).toEqual({ kind: 'unknown', cause })
  })

  test('is failed where one of several missing images is blocking', () => {
    const other = { subvariant: 'KDE', type: 'live', arch: 'x86_64', why: 'no such image', blocking: false }
    const missing = [other, { ...other, subvariant: 'Server', blocking: true }]

    expect(judge({ ...good, images: { missing } }).kind).toBe('failed')
  })

  test('is passed where a post was found, not made again', () => {
    const found = good.posts.map(({ flavor, arch }) => ({ kind: 'found', flavor, arch, jobs: 2 }) as const)

    expect(judge({ ...good, posts: found }).kind).toBe('passed')
  })

  test('is degraded where a test is in a state that nobody knows', () => {
    const jobs = buildJobs([numberedJob(1), numberedJob(2, { state: 'hibernating' })])

    expect(judge({ ...good, jobs }).kind).toBe('degraded')
  })

  test('is passed only where every job that counts has ended well', () => {
    const words = fc.constantFrom('passed', 'softfailed', 'failed', 'incomplete', 'skipped', 'none', 'odd')
    const states = fc.constantFrom('done', 'done', 'done', 'cancelled', 'running', 'scheduled', 'odd')
    const job = fc.record({ result: words, state: states })
    const end = fc.constantFrom('settled', 'deadline', 'unreachable', 'nothing-scheduled')
    fc.assert(
      fc.property(fc.array(job, { maxLength: 4 }), end, (changes, how) => {
        const jobs = changes.map((change, index) => numberedJob(index, change))

        const verdict = judge({ ...good, jobs: buildJobs(jobs), end: how })

        const well = jobs.every(({ state, result }) => state === 'done' && /passed|softfailed/.test(result))
        expect(verdict.kind === 'passed').toBe(well && jobs.length > 0 && how !== 'unreachable')
      }),
    )
  })
})
