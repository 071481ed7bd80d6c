import { expect, test } from 'vitest'
import { makeReport } from '../../../report/make-report.ts'
import { resultOfReport } from '../../../workers/orders/result-of-report.ts'
import { failed } from '../../report/failed-night.ts'

const report = makeReport({ ...failed, edition: 2, previous: null })

test('a report says what its run returned, but for the plan', () => {
  const result = resultOfReport(report, 'tested', 'the subject')

  expect(result).toMatchObject({
    outcome: 'tested',
    verdict: 'broken',
    compose: 'Fedora-Rawhide-20261124.n.0',
    subject: 'the subject',
    edition: 2,
    left: { ending: { outcome: 'tested', compose: 'Fedora-Rawhide-20261124.n.0', posts: [], mode: 'post' } },
  })
  expect(result?.left?.ending.plan).toBeUndefined()
  expect(result?.left?.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'image', name: 'KDE live x86_64' }),
      expect.objectContaining({
        kind: 'test',
        test: 'desktop_update_graphical',
        modules: ['desktop_update_graphical'],
      }),
    ]),
  )
  // Two failed, one broke off, four were skipped.
  expect(result?.left?.notOk).toBe(7)
})

test('a night without tests has no posts to find, so that it begins again with them', () => {
  expect(resultOfReport(report, 'unfinished-compose', '')?.left?.ending.posts).toBeUndefined()
})

test.each(['covered', 'a new word', null])('the outcome %j is none of a report', (outcome) => {
  expect(resultOfReport(report, outcome, '')).toBeNull()
})
