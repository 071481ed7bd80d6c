import { describe, expect, test } from 'vitest'
import { jobOf } from '../jobs/job-of.ts'
import { editionOf, runOf } from './nights.ts'
import { daysBefore, last, open, place, scenario } from './story.ts'

describe('the failing tests of a night', () => {
  test.each([
    ['failed anew', 'ppf', { since: 0, nights: 1, lastPassed: 1 }],
    ['has failed for three nights', 'pfff', { since: 2, nights: 3, lastPassed: 3 }],
    ['failed again after it was mended', 'ffpff', { since: 1, nights: 2, lastPassed: 2 }],
    ['never passed', 'fff', { since: 2, nights: 3, lastPassed: null }],
    ['was not run on some nights between', 'pfs-f', { since: 3, nights: 2, lastPassed: 4 }],
    ['was flaky before', 'pfkf', { since: 0, nights: 1, lastPassed: 1 }],
    ['failed on its first night', '--f', { since: 0, nights: 1, lastPassed: null }],
  ] as const)('tell since when one fails that %s', async (_, story, { since, nights, lastPassed }) => {
    const archive = await open(story)

    expect(await archive.failingTests(runOf(last).id)).toMatchObject([
      {
        ...scenario,
        standing: 'failed',
        failedModules: ['_boot'],
        since: place(since),
        nights,
        lastPassed: lastPassed === null ? null : place(lastPassed),
      },
    ])
  })

  test('are only those of the night, in the edition that stands', async () => {
    const archive = await open('pf')
    const run = runOf(last)

    expect(await archive.failingTests(runOf(daysBefore(1)).id)).toEqual([])
    await archive.recordEdition(run, 'key/2', editionOf(run, { jobs: [jobOf({ id: 7, test: 'told' })] }))
    expect(await archive.failingTests(run.id)).toEqual([])
  })

  test('do not count editions that were superseded before', async () => {
    const archive = await open('pfpf')
    const mended = runOf(daysBefore(2))
    await archive.recordEdition(
      mended,
      'key/2',
      editionOf(mended, { jobs: [jobOf({ id: 7, test: 'told' })] }),
    )

    expect(await archive.failingTests(runOf(last).id)).toMatchObject([
      { since: place(0), lastPassed: place(1) },
    ])
  })

  test('may be those that stand in other ways', async () => {
    const archive = await open('ps')

    expect(await archive.failingTests(runOf(last).id, ['skipped', 'broken'])).toMatchObject([
      { test: 'told', standing: 'skipped' },
    ])
  })
})
