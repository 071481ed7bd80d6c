import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Change } from '../../../compose/messages/read-message.ts'
import { messageDesk, type MessageDeskParts } from '../../../workers/bus/message-desk.ts'
import type { OpenRun } from '../../../workers/bus/open-runs.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T06:00:30Z') }))
afterEach(() => void vi.useRealTimers())

function run(workflowId: string): OpenRun {
  return { workflowId, type: 'nightly', stage: 'find', compose: '' }
}

function change(compose: string): Change {
  return { kind: 'compose', compose }
}

/** A desk where the runs `a` and `b` wait for the composes of those names. */
function deskOf(otherwise: Partial<MessageDeskParts> = {}) {
  const nudges: string[] = []
  const counts: string[] = []
  let lists = 0
  const desk = messageDesk({
    open: () => {
      lists += 1
      return Promise.resolve([run('a'), run('b')])
    },
    whoLooks: (told, runs) =>
      told.kind === 'compose' ? runs.filter(({ workflowId }) => told.compose.startsWith(workflowId)) : runs,
    nudge: ({ workflowId }, { slot, isOfTasks }) => {
      nudges.push(
        `${workflowId} ${new Date().toISOString().slice(14, 19)} ${slot % 60}${isOfTasks ? ' tasks' : ''}`,
      )
      return Promise.resolve('nudged')
    },
    count: (kind, outcome) => counts.push(`${kind} ${outcome}`),
    foldMs: 60_000,
    listMs: 2000,
    ...otherwise,
  })
  return { desk, nudges, counts, lists: () => lists }
}

test('a run looks at once, and then once a minute; the last message is not lost', async () => {
  const { desk, nudges } = deskOf()

  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(1)
  for (let second = 1; second <= 90; second += 1) {
    desk.tell(change('a'))
    await vi.advanceTimersByTimeAsync(1000)
  }
  await vi.advanceTimersByTimeAsync(600_000)

  expect(nudges).toEqual(['a 00:30 0', 'a 01:30 1', 'a 02:30 2'])
})

test('a run does not wait for the minute of another', async () => {
  const { desk, nudges } = deskOf()

  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(3000)
  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(3000)
  desk.tell(change('b'))
  await vi.advanceTimersByTimeAsync(1)

  expect(nudges).toEqual(['a 00:30 0', 'b 00:36 0'])
})

test('the runs are listed at most once in two seconds, however many messages come', async () => {
  const { desk, lists, counts } = deskOf()

  for (let nth = 0; nth < 2000; nth += 1) {
    desk.tell(change(`other ${nth}`))
    await vi.advanceTimersByTimeAsync(1)
  }
  await vi.advanceTimersByTimeAsync(60_000)

  expect(lists()).toBe(2)
  expect(counts.filter((each) => each === 'compose too many').length).toBeGreaterThan(1000)
})

test('what Temporal does not answer is dropped, and the next message is heard', async () => {
  let fails = true
  const open = () => (fails ? Promise.reject(new Error('away')) : Promise.resolve([run('a')]))
  const { desk, nudges, counts } = deskOf({ open })

  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(5000)
  fails = false
  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(5000)

  expect(counts).toEqual(['compose failed', 'compose nudged'])
  expect(nudges).toHaveLength(1)
})

test('a look for tasks costs what a look for the compose may cost, if it is for both', async () => {
  const { desk, nudges, counts } = deskOf()
  const tasks: Change = { kind: 'tasks', version: 'Rawhide', release: '20261124.n.0' }

  desk.tell(tasks)
  desk.tell(change('a'))
  await vi.advanceTimersByTimeAsync(1)

  expect(nudges).toEqual(['a 00:30 0', 'b 00:30 0 tasks'])
  expect(counts).toContain('compose folded')
})

test('a desk that was stopped has nobody look', async () => {
  const { desk, nudges } = deskOf()

  desk.tell(change('a'))
  await desk.stop()
  desk.tell(change('b'))
  await vi.advanceTimersByTimeAsync(120_000)

  expect(nudges).toEqual([])
})
