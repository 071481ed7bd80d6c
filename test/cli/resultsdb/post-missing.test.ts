import { expect, test } from 'vitest'
import { postMissing } from '../../../cli/resultsdb/post-missing.ts'
import { resultsDb } from '../../../clients/resultsdb/resultsdb.ts'
import { compareWithResults } from '../../../jobs/resultsdb/missing-results.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { jobOfFedora, reporting } from '../../jobs/resultsdb/job-of-fedora.ts'

const jobs = [1, 2, 3, 4, 5, 6, 7].map((id) => jobOfFedora({ id }))
const { missing } = compareWithResults(jobs, [], { ...reporting, at: '2026-11-24T12:00:00Z' })

/** How posts end that are answered with these statuses in turn. */
async function endsOf(statuses: readonly number[], signal = new AbortController().signal) {
  const left = [...statuses]
  await using server = await stubServer((response, { method }) => {
    const result = { id: 1, outcome: 'PASSED', testcase: { name: 'a' }, submit_time: '', data: {} }
    if (method === 'GET') return response.end('{"data":[],"next":null}')
    return response.writeHead(left.shift() ?? 201).end(JSON.stringify(result))
  })
  const ends = await postMissing(resultsDb({ url: server.url }), missing, signal)
  return [...ends.values()].map(({ kind }) => kind)
}

test('three refusals in a row end it', async () => {
  expect(await endsOf([403, 403, 403])).toEqual(['refused', 'refused', 'refused'])
})

test('a refusal of one result does not keep the others back', async () => {
  expect(await endsOf([400, 400, 201, 400])).toEqual(
    'refused refused posted refused posted posted posted'.split(' '),
  )
})

test.each([502, 429])(
  'a post that is answered with %i has no clear end, so no other follows',
  async (status) => {
    expect(await endsOf([201, status])).toEqual(['posted', 'unknown'])
  },
)

test('nothing is posted after an interruption', async () => {
  expect(await endsOf([], AbortSignal.abort())).toEqual([])
})
