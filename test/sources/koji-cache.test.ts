import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cached, tasksFrom, type TaskSource } from '../../sources/koji-cache.ts'
import { koji } from '../../clients/koji/koji.ts'
import { listTasksOptions, type TaskQuery } from '../../compose/koji/koji-query.ts'
import { parseTasks, type KojiTask } from '../../compose/koji/koji-task.ts'
import { startKojiHub, type KojiHub } from '../../lab/koji/hub.ts'
import { listTasks } from '../../lab/koji/list-tasks.ts'
import type { HubTask } from '../../lab/koji/row.ts'
import { Double, isList, type HubValue } from '../../lab/koji/value.ts'
import { anyHubTasks, anyQuery, usualQuery } from '../compose/any-koji-task.ts'
import { hubTask } from '../lab/hub-task.ts'

test('whatever was asked before, the answer is the one of the hub', async () => {
  await fc.assert(
    fc.asyncProperty(anyHubTasks, fc.array(anyQuery, { maxLength: 12 }), async (rows, queries) => {
      const hub = counting(rows)
      const cache = cached(hub, { now: () => 1_500_000_000_000 })

      for (const query of queries) expect(await cache.tasks(query)).toEqual(answerOf(rows, query))
    }),
    { numRuns: 400 },
  )
})

test('queries that are asked at once get the same answers as one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(anyHubTasks, fc.array(anyQuery, { maxLength: 12 }), async (rows, queries) => {
      const cache = cached(counting(rows))

      const answers = await Promise.all(queries.map((query) => cache.tasks(query)))

      expect(answers).toEqual(queries.map((query) => answerOf(rows, query)))
    }),
  )
})

test('while the tasks change, no answer is older than a lifetime, and none that was kept for ever is wrong', async () => {
  const step = fc.record({ query: fc.oneof(usualQuery, anyQuery), minutes: fc.nat(400), change: fc.nat(29) })
  await fc.assert(
    fc.asyncProperty(anyHubTasks, fc.array(step, { maxLength: 25 }), async (rows, steps) => {
      const lifetimeMs = 60 * 60_000
      const history = [{ at: 1_439_900_000_000, rows }]
      const current = () => history.at(-1) ?? { at: 0, rows }
      const cache = cached(
        counting(() => current().rows),
        { lifetimeMs, now: () => current().at },
      )

      for (const { query, minutes, change } of steps) {
        const { at, rows: before } = current()
        history.push({ at: at + minutes * 60_000, rows: later(before, change, at + minutes * 60_000) })
        const possible = history
          .filter((_, index) => (history[index + 1]?.at ?? Infinity) >= current().at - lifetimeMs)
          .map((moment) => answerOf(moment.rows, query))

        expect(possible).toContainEqual(await cache.tasks(query))
      }
    }),
    { numRuns: 300 },
  )
})

test('a narrower query is answered without the hub, a wider one is not', async () => {
  const hub = counting([hubTask({ id: 1 }), hubTask({ id: 2, state: 5 })])
  const cache = cached(hub)

  await cache.tasks({ methods: ['livecd'], states: ['CLOSED', 'FAILED'] })
  expect(await cache.tasks({ methods: ['livecd'], states: ['FAILED'] })).toHaveLength(1)
  expect(hub.asked).toHaveLength(1)

  expect(await cache.tasks({ methods: ['livecd'] })).toHaveLength(2)
  expect(hub.asked).toHaveLength(2)
})

test('equal queries at one time are one request', async () => {
  const hub = counting([hubTask()])
  const cache = cached(hub)

  await Promise.all([cache.tasks({}), cache.tasks({}), cache.tasks({ states: ['CLOSED'] })])

  expect(hub.asked).toEqual([{}])
})

test('a query that is asked anew is a request whatever is cached, and its answer serves those after it', async () => {
  let state = 1
  const hub = counting(() => [hubTask({ id: 1, state })])
  const cache = cached(hub)

  await cache.tasks({})
  state = 2

  expect(await cache.tasks({}, 'anew')).toMatchObject([{ state: 'CLOSED' }])
  expect(await cache.tasks({})).toMatchObject([{ state: 'CLOSED' }])
  expect(hub.asked).toHaveLength(2)
})

test('a failure is told to all who wait for it and is forgotten', async () => {
  let broken = true
  const hub = counting([hubTask()])
  const cache = cached({
    tasks: (query) => (broken ? Promise.reject(new Error('offline')) : hub.tasks(query)),
  })

  const both = await Promise.allSettled([cache.tasks({}), cache.tasks({})])
  broken = false

  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cache.tasks({})).toHaveLength(1)
})

const past = { createdAfter: 1_439_800_000, createdBefore: 1_439_900_000 }

test.each<[string, TaskQuery, number]>([
  [
    'whose tasks have all ended, in a window of the past, is kept for ever',
    { ...past, methods: ['livecd'] },
    1,
  ],
  ['with an open task is asked for again', { ...past, methods: ['image'] }, 2],
  ['to which tasks may still be added is asked for again', { methods: ['livecd'] }, 2],
  ['of some states, which an open task may enter, is asked for again', { ...past, states: ['CLOSED'] }, 2],
])('past its lifetime, an answer %s', async (_, query, requests) => {
  let now = 1_439_990_000_000
  const hub = counting([
    hubTask({ id: 1, createdAt: 1_439_885_000 }),
    hubTask({ id: 2, createdAt: 1_439_885_000, method: 'image', state: 1 }),
  ])
  const cache = cached(hub, { lifetimeMs: 1000, now: () => now })

  await cache.tasks(query)
  now += 1000
  await cache.tasks(query)

  expect(hub.asked).toHaveLength(requests)
})

describe("through the lab's hub", () => {
  let rows: readonly HubTask[] = []
  let hub: KojiHub

  beforeAll(async () => {
    hub = await startKojiHub({ tasks: () => rows })
  })

  afterAll(() => hub.close())

  test('the cached answer is the one that the hub gives without a cache', async () => {
    await fc.assert(
      fc.asyncProperty(anyHubTasks, fc.array(anyQuery, { maxLength: 6 }), async (made, queries) => {
        rows = made
        const direct = tasksFrom(koji({ url: hub.url }))
        const cache = cached(direct)

        for (const query of queries) expect(await cache.tasks(query)).toEqual(await direct.tasks(query))
      }),
      { numRuns: 30 },
    )
  })
})

interface CountingSource extends TaskSource {
  readonly asked: readonly TaskQuery[]
}

function counting(rows: readonly HubTask[] | (() => readonly HubTask[])): CountingSource {
  const asked: TaskQuery[] = []
  return {
    asked,
    async tasks(query) {
      asked.push(query)
      return answerOf(typeof rows === 'function' ? rows() : rows, query)
    },
  }
}

/** What the hub answers, by its own rules and without a socket. */
function answerOf(rows: readonly HubTask[], query: TaskQuery): readonly KojiTask[] {
  const answers = listTasksOptions(query).map((options) => listTasks(rows, { ...options }, { order: 'id' }))
  return parseTasks(answers.flatMap((answer) => (isList(answer) ? answer.map(plain) : []))).toSorted(
    (a, b) => a.id - b.id,
  )
}

function plain(row: HubValue): unknown {
  return JSON.parse(
    JSON.stringify(row, (_, value: unknown) => (value instanceof Double ? value.value : value)),
  )
}

/** The tasks some time later: one has ended, was opened, or is new. */
function later(rows: readonly HubTask[], change: number, at: number): readonly HubTask[] {
  const id = change + 1
  const known = rows.find((row) => row.id === id)
  if (!known) return [...rows, hubTask({ id, state: 0, createdAt: at / 1000, result: null })]
  return rows.map((row) =>
    row === known && [0, 1, 4, 6].includes(row.state) ? { ...row, state: change % 2 === 0 ? 2 : 1 } : row,
  )
}
