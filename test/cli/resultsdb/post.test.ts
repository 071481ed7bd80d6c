import { expect, test } from 'vitest'
import { build } from '../../jobs/resultsdb/job-of-fedora.ts'
import { startNightjar } from '../nightjar.ts'
import { fedoraWithResultsDb, two } from './fedora-with-resultsdb.ts'

test('after a post without a clear answer nothing more is posted, and the next run posts the rest', async () => {
  let posts = 0
  const { db, run } = await fedoraWithResultsDb({
    jobs: [...two, { id: 5 }],
    disturbed: ({ method }) => (method === 'POST' && ++posts === 2 ? '502' : null),
  })

  const first = await run(build, '--post')
  const second = await run(build, '--post')

  expect(first).toMatchObject({
    code: 3,
    stdout: expect.stringMatching(/unknown: [^]*not tried[^]*posted 1 of 3/),
  })
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('posted 2 of 2') })
  expect(db.results().map(({ refUrl }) => refUrl?.at(-1))).toEqual(['1', '2', '5'])
})

test('a result that somebody posts in between is not posted again', async () => {
  const { db, run, openqa } = await fedoraWithResultsDb({
    jobs: two,
    disturbed: ({ method, query }) => {
      if (method === 'GET' && query.has('groups')) void theirs()
      return null
    },
  })
  const theirs = () =>
    fetch(`${db.url}/api/v2.0/results`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        outcome: 'FAILED',
        testcase: 'compose.install_default_upload',
        ref_url: `${openqa}/tests/2`,
        data: { item: build },
      }),
    })

  const { code, stdout } = await run(build, '--post')

  expect(code).toBe(0)
  expect(stdout).toMatch(/posted as [^]*there as [^]*posted 1 of 2/)
  expect(db.results()).toHaveLength(2)
})

test('a user needs a password, and the right one', async () => {
  const { run } = await fedoraWithResultsDb({ jobs: two, login: 'nightjar:right', more: 'user = "nightjar"' })

  expect(await run()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('set NIGHTJAR_RESULTSDB_PASSWORD'),
  })
})

test('Ctrl-C ends after the post that is under way, and says what was posted', async () => {
  const { db, words } = await fedoraWithResultsDb({
    jobs: Array.from({ length: 400 }, (_, at) => ({ id: at + 1 })),
  })
  const { child, ended } = await startNightjar(...words(build, '--post'))
  for (let tries = 0; db.results().length === 0 && tries < 500; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGINT')

  const { code, stdout, stderr } = await ended

  expect(code).toBe(130)
  expect(stderr).toContain('nightjar: stopped')
  expect(stdout).toContain(`posted ${db.results().length} of 400`)
  expect(stdout).toContain('not tried')
})
