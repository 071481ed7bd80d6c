import { expect, test } from 'vitest'
import { readCall } from '../../../lab/koji/read.ts'
import type { HubValue } from '../../../lab/koji/value.ts'
import { writeResponse } from '../../../lab/koji/write.ts'
import { failureOf } from '../failure-of.ts'
import { hubAnswering } from './stub-hub.ts'

test('many calls go in batches, and every outcome comes back in its place', async () => {
  const { client, server } = await hubAnswering((body) => {
    const [batch] = readCall(body).params
    return writeResponse(Array.isArray(batch) ? batch.map((call) => [call.params[0]]) : null)
  })

  const outcomes = await client.multiCall(
    Array.from({ length: 120 }, (_, id) => ({ method: 'getTaskInfo', args: [id] })),
  )

  expect(outcomes).toEqual(Array.from({ length: 120 }, (_, value) => ({ ok: true, value })))
  expect(server.arrived).toHaveLength(5)
})

test('no calls are no request', async () => {
  const { client, server } = await hubAnswering(writeResponse(null))

  expect(await client.multiCall([])).toEqual([])
  expect(server.arrived).toEqual([])
})

test.each<[string, HubValue, string]>([
  ['fewer outcomes than calls', [[1]], 'a multiCall of 2 calls with 1 outcomes'],
  ['more outcomes than calls', [[1], [2], [3]], 'with 3 outcomes'],
  ['no list', 'ok', 'with no list'],
  ['an outcome that is neither', [[1], 2], 'answered b in a multiCall with neither'],
  ['an outcome of two values', [[1], [2, 3]], 'answered b in a multiCall with neither'],
])('a multiCall answered with %s is garbled', async (_, value, said) => {
  const { client } = await hubAnswering(writeResponse(value))

  const thrown = await failureOf(client.multiCall([{ method: 'a' }, { method: 'b' }]))

  expect(thrown).toMatchObject({ kind: 'garbled', message: expect.stringContaining(said) })
})
