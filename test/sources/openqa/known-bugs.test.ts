import { expect, test } from 'vitest'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { knownBugs } from '../../../sources/openqa/known-bugs.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { jobOf } from '../../jobs/job-of.ts'

const failed = buildJobs([1, 2].map((id) => jobOf({ id, test: `test_${id}`, result: 'failed' })))

test('comments are asked for once more if openQA fails at once', async () => {
  let requests = 0
  await using server = await stubServer((response) => {
    requests++
    if (requests <= 2) response.statusCode = 502
    response.setHeader('content-type', 'application/json')
    response.end('[{"bugrefs":["brc#1234567"]}]')
  })

  const read = await knownBugs(openQa({ url: server.url }), failed)

  expect(read).toEqual({ bugs: { 1: ['brc#1234567'], 2: ['brc#1234567'] }, warnings: [] })
})

test.each([
  ['no list of comments', '{}'],
  ['an HTML page', '<html><body>Checking that you are not a bot</body></html>'],
])('a job whose comments are %s has no known bug, and the other jobs keep theirs', async (_, garbled) => {
  await using server = await stubServer((response, { target }) => {
    response.setHeader('content-type', 'application/json')
    response.end(target.includes('/jobs/1/') ? garbled : '[{"bugrefs":["brc#1234567"]}]')
  })

  expect(await knownBugs(openQa({ url: server.url }), failed)).toEqual({
    bugs: { 2: ['brc#1234567'] },
    warnings: [
      'the comments on job 1 could not be read, so nobody knows whether a known bug explains the failure',
    ],
  })
})
