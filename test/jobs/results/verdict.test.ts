import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { judge } from '../../../jobs/results/verdict.ts'
import { numberedJob } from '../numbered-job.ts'
import { good, verdictCases } from '../verdict-cases.ts'

describe('a verdict', () => {
  test.each(verdictCases)('where %s is what the table says', (_, changes, kind) => {
    const verdict = judge({ ...good, ...changes })

    expect(verdict.kind === 'unknown' ? `unknown: ${verdict.cause}` : verdict.kind).toBe(kind)
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
