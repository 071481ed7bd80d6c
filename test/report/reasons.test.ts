import { expect, test } from 'vitest'
import { reasonsOf } from '../../report/reasons.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { numberedJob } from '../jobs/numbered-job.ts'
import { good, verdictCases } from '../jobs/verdict-cases.ts'

test.each(verdictCases)('where %s the reasons say so, the gravest first', (_, changes, _kind, reasons) => {
  expect(reasonsOf({ ...good, ...changes })).toEqual(reasons)
})

test('openQA that has no tests of what was posted is told apart from nothing that was posted', () => {
  const jobs = buildJobs([])
  const [nothing] = reasonsOf({ ...good, posts: [], jobs, end: 'nothing-scheduled' })
  const [none] = reasonsOf({ ...good, posts: [], jobs, end: 'deadline' })

  expect(nothing).toMatch(/scheduled/)
  expect(none).toMatch(/no tests/)
})

test('reasons come in the order of their weight', () => {
  const kde = { subvariant: 'KDE', type: 'live', arch: 'x86_64', why: 'no such image', blocking: false }
  const reasons = reasonsOf({
    end: 'unreachable',
    images: { missing: [kde, { ...kde, type: 'boot', blocking: true }, { ...kde, subvariant: 'i3' }] },
    posts: [{ kind: 'refused', flavor: 'a', arch: 'x86_64', why: 'no' }],
    jobs: buildJobs([
      ...['failed', 'incomplete', 'skipped', 'obsoleted', 'odd', 'softfailed', 'failed'].map((result, id) =>
        numberedJob(id, { result }),
      ),
      numberedJob(7, { state: 'running' }),
    ]),
  })

  const names = [
    /test_0.*test_6/,
    /KDE boot/,
    /not be reached/,
    /test_7/,
    /test_1/,
    /test_2/,
    /test_3/,
    /test_4/,
  ]
  expect(reasons).toEqual(
    [...names, /a x86_64: no$/, /2 images .*: KDE live x86_64, i3 live x86_64$/, /test_5/].map((name) =>
      expect.stringMatching(name),
    ),
  )
  expect(reasons[0]).toMatch(/^2 tests of 8 /)
})

test('not all tests have passed where one did not', () => {
  const jobs = buildJobs([numberedJob(1), numberedJob(2, { result: 'obsoleted' })])

  expect(reasonsOf({ ...good, jobs })).toHaveLength(1)
})
