import { expect, onTestFinished, test } from 'vitest'
import { resultsDb } from '../../../clients/resultsdb/resultsdb.ts'
import { startLabResultsDb } from '../../../lab/resultsdb/server.ts'
import { findResults } from '../../../sources/resultsdb/find-results.ts'
import { stubServer } from '../../clients/stub-server.ts'

test('all pages are read, also while results come in', async () => {
  const post = (nth: number) =>
    fetch(`${lab.url}/api/v2.0/results`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ outcome: 'PASSED', testcase: `t${nth}`, data: { item: 'x' } }),
    })
  let looks = 0
  const lab = await startLabResultsDb({
    disturbed: ({ method }) => {
      if (method === 'GET' && ++looks === 2) void post(999)
      return null
    },
  })
  onTestFinished(() => lab.close())
  for (let nth = 0; nth < 230; nth++) await post(nth)

  const found = await findResults(resultsDb({ url: `${lab.url}/api/v2.0` }), { item: 'x' })

  expect(looks).toBe(3)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  expect(found.filter(({ testcase }) => testcase !== 't999')).toHaveLength(230)
})

test('a list without an end is no answer', async () => {
  await using server = await stubServer((response) => void response.end('{"data":[],"next":"again"}'))

  await expect(findResults(resultsDb({ url: server.url }), {})).rejects.toThrow('at most 100 pages')
  expect(server.arrived).toHaveLength(100)
})

test('a page that fails is never the end of a list', async () => {
  await using server = await stubServer((response, { target }) => {
    if (target.includes('page=0')) response.end(pageOf(1, 'http://elsewhere.invalid/'))
    else response.writeHead(503).end()
  })

  await expect(findResults(resultsDb({ url: server.url }), {})).rejects.toThrow('503')
})

function pageOf(id: number, next: string | null): string {
  const result = { id, outcome: 'PASSED', testcase: { name: 'a' }, ref_url: null, submit_time: '', data: {} }
  return JSON.stringify({ data: [result], next })
}
