import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFailure } from '../../../clients/failure.ts'
import type { Koji, KojiCall, KojiOutcome } from '../../../clients/koji/koji.ts'
import { listTasks } from '../../../clients/koji/koji-tasks.ts'

interface Row {
  readonly id: number
}

test('tasks of several filters come in one round, each with an order and a limit below 1000', async () => {
  const { koji, rounds } = hubOf({ livecd: rows(1, 3), image: rows(10, 2) })

  const tasks = await listTasks(koji, [{ method: 'livecd' }, { method: 'image' }], ids)

  expect(tasks).toEqual([1, 2, 3, 10, 11])
  expect(rounds).toEqual([
    [
      { method: 'listTasks', args: [{ method: 'livecd' }, { order: 'id', limit: 125 }] },
      { method: 'listTasks', args: [{ method: 'image' }, { order: 'id', limit: 125 }] },
    ],
  ])
})

test('every task comes once, however many pages they fill', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2600 }), async (count) => {
      const { koji } = hubOf({ livecd: rows(1, count), image: rows(5000, 1) })

      const tasks = await listTasks(koji, [{ method: 'livecd' }, { method: 'image' }], ids)

      expect(tasks).toEqual([...rows(1, count), ...rows(5000, 1)].map(({ id }) => id))
    }),
    { examples: [[124], [125], [126], [249], [374], [375], [624]], numRuns: 15 },
  )
})

test('a set that loses a row between two pages is read again, so that none is passed over', async () => {
  let all = rows(1, 900)
  const { koji } = hubOf({
    get livecd() {
      const before = all
      all = all.filter(({ id }) => id !== 7)
      return before
    },
  })

  expect(await listTasks(koji, [{ method: 'livecd' }], ids)).toEqual(
    rows(1, 900)
      .map(({ id }) => id)
      .filter((id) => id !== 7),
  )
})

test('a set that never holds still is unreachable', async () => {
  let first = 1
  const { koji } = hubOf({
    get livecd() {
      first += 1
      return rows(first, 900)
    },
  })

  expect(await failure(listTasks(koji, [{ method: 'livecd' }], ids))).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('{"method":"livecd"} changes faster than it can be read'),
  })
})

test('a list that does not end is garbled', async () => {
  const { koji } = hubOf({ livecd: rows(1, 30_000) })

  expect(await failure(listTasks(koji, [{ method: 'livecd' }], ids))).toMatchObject({ kind: 'garbled' })
})

test('rows without ids, which cannot be paged, are garbled', async () => {
  const { koji } = hubOf({ livecd: Array.from({ length: 600 }, () => ({})) })

  expect(await failure(listTasks(koji, [{ method: 'livecd' }], ids))).toMatchObject({ kind: 'garbled' })
})

test('one filter that fails fails all: part of the tasks is no answer', async () => {
  const koji = answering(({ args = [] }) =>
    JSON.stringify(args[0]).includes('image')
      ? { ok: false, fault: { code: 1, text: 'operator does not exist' } }
      : { ok: true, value: rows(1, 1) },
  )

  expect(await failure(listTasks(koji, [{ method: 'livecd' }, { method: 'image' }], ids))).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('{"method":"image"} is answered with fault 1'),
  })
})

test('a row is read while the answer is, and a struct inside it is left alone', async () => {
  const inside = { method: 'x', id: 3 }
  const koji: Koji = {
    call: () => Promise.reject(new Error('only multiCall is expected')),
    async multiCall(_, revive = (struct) => struct) {
      const row = { id: 7, method: 'livecd', state: 2, request: [revive(inside)] }
      return [{ ok: true, value: [revive(row)] }]
    },
  }

  expect(await listTasks(koji, [{}], (page) => page)).toEqual([
    { id: 7, method: 'livecd', state: 2, request: [inside] },
  ])
})

test('an answer that is no list is garbled', async () => {
  const koji = answering(() => ({ ok: true, value: 7 }))

  expect(await failure(listTasks(koji, [{ method: 'livecd' }], ids))).toMatchObject({ kind: 'garbled' })
})

function rows(first: number, count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at) => ({ id: first + at }))
}

function ids(page: readonly unknown[]): readonly number[] {
  return page.map((row) => (typeof row === 'object' && row !== null && 'id' in row ? Number(row.id) : 0))
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await call.catch((reason: unknown) => reason)
  return isFailure(thrown, 'unreachable') || isFailure(thrown, 'garbled') ? thrown : { unexpected: thrown }
}

/** A hub that has these rows for each method, and pages them as SQL does. */
function hubOf(methods: Readonly<Record<string, readonly object[]>>) {
  const rounds: (readonly KojiCall[])[] = []
  const koji = answering(({ args = [] }) => {
    const [{ method }, { limit, offset = 0 }] = JSON.parse(JSON.stringify(args))
    return { ok: true, value: methods[method]?.slice(offset, offset + limit) }
  }, rounds)
  return { koji, rounds }
}

function answering(answer: (call: KojiCall) => KojiOutcome, rounds: (readonly KojiCall[])[] = []): Koji {
  return {
    call: () => Promise.reject(new Error('only multiCall is expected')),
    async multiCall(calls) {
      rounds.push(calls)
      return calls.map(answer)
    },
  }
}
