import { expect, onTestFinished, test } from 'vitest'
import { resultsDb } from '../../../clients/resultsdb/resultsdb.ts'
import { isResultOf } from '../../../jobs/resultsdb/missing-results.ts'
import type { NewResult } from '../../../jobs/resultsdb/new-result.ts'
import type { OpenQaFault } from '../../../lab/openqa/fault.ts'
import { startLabResultsDb } from '../../../lab/resultsdb/server.ts'
import { postOnce } from '../../../sources/resultsdb/post-result.ts'
import { stubServer } from '../../clients/stub-server.ts'

const result: NewResult = {
  outcome: 'PASSED',
  testcase: 'compose.a',
  testcaseUrl: null,
  url: 'https://openqa.invalid/tests/1',
  note: '',
  groups: [{ namespace: 'source', name: 'openqa' }],
  data: { item: 'Fedora-Rawhide-20261124.n.0' },
}
const isSame = (known: { readonly url: string }) => isResultOf(known, result)

/** A ResultsDB whose posts and looks are disturbed in turn, and one attempt at it. */
async function disturbed(faults: readonly (OpenQaFault | null)[]) {
  // Only what hangs is waited for so long.
  const deadlineMs = faults.some((fault) => fault?.startsWith('hang')) ? 1000 : 30_000
  const left = [...faults]
  const lab = await startLabResultsDb({ disturbed: () => left.shift() ?? null })
  onTestFinished(() => lab.close())
  const client = resultsDb({ url: `${lab.url}/api/v2.0`, deadlineMs })
  return { lab, once: () => postOnce(client, result, isSame) }
}

test('a result is posted once, also by a second run', async () => {
  const { lab, once } = await disturbed([])

  expect(await once()).toEqual({ kind: 'posted', id: 1 })
  expect(await once()).toEqual({ kind: 'there', id: 1 })
  expect(lab.results()).toHaveLength(1)
})

test.each(['502-after', 'reset-after', 'hang-after', 'half'] as const)(
  'a post that took effect without an answer (%s) is found and not repeated',
  async (fault) => {
    const { lab, once } = await disturbed([null, fault])

    expect(await once()).toEqual({ kind: 'posted', id: 1 })
    expect(lab.requests().filter(({ method }) => method === 'POST')).toHaveLength(1)
  },
)

test.each(['502', 'reset', 'hang'] as const)(
  'a post that is not found (%s) has an unknown end',
  async (fault) => {
    const { lab, once } = await disturbed([null, fault])

    expect(await once()).toMatchObject({ kind: 'unknown', why: expect.stringContaining('/api/v2.0/results') })
    expect(lab.results()).toHaveLength(0)
  },
)

test('the end stays unknown if the look after it has no answer', async () => {
  const { lab, once } = await disturbed([null, 'reset-after', '503'])

  expect(await once()).toMatchObject({ kind: 'unknown' })
  expect(lab.results()).toHaveLength(1)
})

test('nothing is posted if the look before has no answer', async () => {
  const { lab, once } = await disturbed(['503'])

  expect(await once()).toMatchObject({ kind: 'unreachable' })
  expect(lab.requests().map(({ method }) => method)).toEqual(['GET'])
})

test('a look with an answer of another form is no answer', async () => {
  await using server = await stubServer((response) => void response.end('{"data":[]}'))

  expect(await postOnce(resultsDb({ url: server.url }), result, isSame)).toMatchObject({
    kind: 'unreachable',
  })
  expect(server.arrived).toHaveLength(1)
})

test('what ResultsDB refuses was not posted', async () => {
  const { lab, once } = await disturbed([])
  const client = resultsDb({ url: `${lab.url}/api/v2.0` })
  const odd = { ...result, data: { ...result.data, 'a:b': '1' } }

  expect(await postOnce(client, odd, () => false)).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('Colon not allowed'),
  })
  expect(await once()).toMatchObject({ kind: 'posted' })
})

test('an answer of 200 that is no result has an unknown end', async () => {
  // ResultsDB 2.0 answered so to a post without a token.
  await using server = await stubServer(
    (response, { method }) =>
      void response.end(method === 'GET' ? '{"data":[],"next":null}' : '{"error":"invalid_token"}'),
  )

  expect(await postOnce(resultsDb({ url: server.url }), result, isSame)).toMatchObject({ kind: 'unknown' })
})
