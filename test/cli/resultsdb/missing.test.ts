import { expect, test } from 'vitest'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { recordStory } from '../../archive/nights.ts'
import { configFile } from '../../config-file.ts'
import { build } from '../../jobs/resultsdb/job-of-fedora.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'
import { fedoraWithResultsDb, serverDvd, two } from './fedora-with-resultsdb.ts'

test('what is missing is listed, posted once, and then no longer missing', async () => {
  const { db, run, openqa } = await fedoraWithResultsDb({ jobs: [...two, { id: 3, clone_id: 4 }] })

  const before = await run()
  const post = await run(build, '--post')
  const after = await run(build, '--post')

  expect(before).toMatchObject({ code: 1, stderr: '' })
  expect(before.stdout).toContain(`${build}: 2 of 2 results are not in ResultsDB`)
  expect(before.stdout).toMatch(
    new RegExp(`^PASSED +compose.install_default_upload +${serverDvd} +${openqa}/tests/1$`, 'm'),
  )
  expect(post).toMatchObject({ code: 0, stdout: expect.stringContaining('posted 2 of 2') })
  expect(after).toMatchObject({ code: 0, stdout: `${build}: all 2 results are in ResultsDB\n` })
  expect(db.results()).toMatchObject([
    {
      outcome: 'PASSED',
      refUrl: `${openqa}/tests/1`,
      data: { item: [serverDvd], 'productmd.image.type': ['dvd'] },
    },
    { outcome: 'FAILED', refUrl: `${openqa}/tests/2`, data: { item: [build], source: ['openqa'] } },
  ])
})

test('as JSON: what is missing, what may still come, and what cannot be', async () => {
  const soon = new Date(Date.now() - 60_000).toISOString().slice(0, 19)
  const { run, openqa } = await fedoraWithResultsDb({
    jobs: [
      { id: 1 },
      { id: 2, t_finished: soon },
      { id: 3, state: 'running', result: 'none' },
      { id: 4, settings: { TEST_TARGET: 'DISK' } },
    ],
  })

  const { code, stdout } = await run(build, '--json')

  expect(code).toBe(1)
  expect(printed('nightjar/resultsdb-missing/1', stdout)).toEqual({
    schema: 'nightjar/resultsdb-missing/1',
    compose: build,
    due: 2,
    pending: 1,
    missing: [
      {
        job: 1,
        url: `${openqa}/tests/1`,
        test: 'install_default_upload',
        result: 'passed',
        finished: '2026-11-24T07:00:00Z',
        testcase: 'compose.install_default_upload',
        item: serverDvd,
        outcome: 'PASSED',
        posting: null,
      },
    ],
    early: [expect.objectContaining({ job: 2 })],
    unclear: [
      { job: 4, url: `${openqa}/tests/4`, test: 'install_default_upload', why: 'its TEST_TARGET is DISK' },
    ],
  })
})

test('a night is named, and its compose is looked at', async () => {
  await using database = await freshDatabase()
  await recordStory(postgresArchive(database.db), 'p', '2026-11-24')
  const { run } = await fedoraWithResultsDb({ jobs: two, database: database.url })

  expect(await run('rawhide/2026-11-24')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Fedora-Rawhide-20261124.n.0: 2 of 2'),
  })
  expect(await run('rawhide/2026-11-20')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the archive knows no night nightly/rawhide/2026-11-20; name a compose'),
  })
})

test.each([
  ['without [resultsdb]', '', 2, 'no ResultsDB is configured'],
  [
    'with a URL that has a password',
    '[resultsdb]\nurl = "https://me:pass@host/api/v2.0"',
    2,
    'without a user or password',
  ],
])('%s it says what to do', async (_, text, code, words) => {
  await using config = await configFile(text)

  const ended = await nightjar('resultsdb', 'missing', build, '--config', config.file)

  expect(ended).toMatchObject({ code, stdout: '' })
  expect(ended.stderr).toContain(words)
})

test('no answer of ResultsDB is never an empty list', async () => {
  const { run } = await fedoraWithResultsDb({ jobs: two, disturbed: () => '503' })

  expect(await run(build, '--post')).toMatchObject({ code: 3, stdout: '' })
})

test('results that link to another openQA are no answer', async () => {
  const { run, db } = await fedoraWithResultsDb({ jobs: two })
  const other = await fedoraWithResultsDb({ jobs: two })
  await other.run(build, '--post')
  for (const { outcome, testcase, groups, data } of other.db.results()) {
    await fetch(`${db.url}/api/v2.0/results`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ outcome, testcase, groups, data, ref_url: 'https://openqa.invalid/tests/1' }),
    })
  }

  expect(await run(build, '--post')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('got links to openqa.invalid'),
  })
  expect(db.results()).toHaveLength(2)
})

test('a compose without jobs is a bad answer', async () => {
  const { run } = await fedoraWithResultsDb({ jobs: [] })

  expect(await run()).toMatchObject({ code: 1, stdout: expect.stringContaining('openQA has no jobs') })
})

test('where no result can be made of any job it says so, which is a bad answer', async () => {
  const settings = { TEST_TARGET: 'DISK' }
  const { run } = await fedoraWithResultsDb({ jobs: [{ id: 1, settings }] })

  const { code, stdout } = await run()

  expect(code).toBe(1)
  expect(stdout).toMatch(
    /^Fedora-\S+: no result can be made of its one job\n\nNo result can be made of 1 job:\nTEST/,
  )
})

test('while no job has ended nothing is missing', async () => {
  const { run } = await fedoraWithResultsDb({ jobs: [{ id: 1, state: 'running', result: 'none' }] })

  expect(await run()).toMatchObject({
    code: 0,
    stdout: `${build}: no job has ended that is to be in ResultsDB\n\n1 job has not ended\n`,
  })
})

test('a result that may still come is counted apart', async () => {
  const soon = new Date(Date.now() - 60_000).toISOString().slice(0, 19)
  const { run } = await fedoraWithResultsDb({ jobs: [{ id: 1, t_finished: soon }] })

  const said = `${build}: 0 of 1 results are in ResultsDB

1 job without a result ended in the last half an hour: its result may still come
`
  expect(await run()).toMatchObject({ code: 0, stdout: said })
})

test('a URL that is not that of the API is a mistake of the configuration', async () => {
  const { run } = await fedoraWithResultsDb({ jobs: two, path: '/wrong' })

  expect(await run()).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('resultsdb.url ends in /api/v2.0'),
  })
})
