import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  covers,
  isFinal,
  listTasksOptions,
  select,
  type TaskQuery,
} from '../../../compose/koji/koji-query.ts'
import { anyQuery } from '../any-koji-task.ts'
import { taskOf } from '../koji-task-of.ts'

test('a query is one call for each method, with states as numbers and times as epoch seconds', () => {
  const query: TaskQuery = {
    methods: ['livecd', 'image', 'livecd'],
    states: ['FREE', 'FAILED'],
    arches: ['i686'],
    owner: 2745,
    createdAfter: 1,
    createdBefore: 2.5,
  }

  const same = {
    decode: true,
    state: [0, 5],
    arch: ['i686'],
    owner: 2745,
    createdAfter: 1,
    createdBefore: 2.5,
  }
  expect(listTasksOptions(query)).toEqual([
    { ...same, method: 'livecd' },
    { ...same, method: 'image' },
  ])
})

test('an absent option of a query is not sent', () => {
  expect(listTasksOptions({})).toStrictEqual([{ decode: true }])
})

test.each<[string, TaskQuery]>([
  ['methods', { methods: [] }],
  ['states', { states: [] }],
  ['arches', { arches: [] }],
])('an empty list of %s is refused', (option, query) => {
  expect(() => listTasksOptions(query)).toThrow(`the query has an empty list of ${option}`)
})

test.each<[TaskQuery, TaskQuery, boolean]>([
  [{}, { states: ['CLOSED'] }, true],
  [{ states: ['CLOSED'] }, {}, false],
  [{ states: ['CLOSED', 'FAILED'] }, { states: ['FAILED'] }, true],
  [{ states: ['FAILED'] }, { states: ['CLOSED', 'FAILED'] }, false],
  [{ methods: ['livecd'] }, { methods: ['livecd'], arches: ['i686'] }, true],
  [{ methods: ['livecd'], arches: ['i686'] }, { methods: ['livecd'] }, false],
  [{ owner: 1 }, { owner: 1 }, true],
  [{}, { owner: 1 }, false],
  [{ createdAfter: 1 }, { createdAfter: 2 }, false],
])('whether the answer to %j includes the answer to %j: %s', (wider, query, answer) => {
  expect(covers(wider, query)).toBe(answer)
})

test('the relation covers is reflexive and transitive', () => {
  fc.assert(
    fc.property(anyQuery, anyQuery, anyQuery, (a, b, c) => {
      expect(covers(a, a)).toBe(true)
      expect(covers(a, b) && covers(b, c) && !covers(a, c)).toBe(false)
    }),
  )
})

const live = taskOf({ id: 1, method: 'livecd', state: 'CLOSED', arch: 'i686' })
const disk = taskOf({ id: 2, method: 'image', state: 'FAILED', arch: 'x86_64' })

test.each<[TaskQuery, readonly number[]]>([
  [{}, [1, 2]],
  [{ owner: 2745, createdAfter: 1 }, [1, 2]],
  [{ methods: ['livecd'] }, [1]],
  [{ states: ['FAILED'] }, [2]],
  [{ arches: ['i686', 'x86_64'] }, [1, 2]],
  [{ arches: ['x86_64'] }, [2]],
  [{ methods: ['livecd'], states: ['FAILED'], arches: ['x86_64'] }, []],
  [{ methods: ['livecd'], states: ['CLOSED'], arches: ['x86_64'] }, []],
  [{ methods: ['image'], states: ['CLOSED'], arches: ['x86_64'] }, []],
  [{ methods: ['livecd'], states: ['FAILED'], arches: ['i686'] }, []],
])('from a wider answer, %j selects the tasks %j', (query, ids) => {
  expect(select([live, disk], query).map(({ id }) => id)).toEqual(ids)
})

const ended = [taskOf({ state: 'CLOSED' }), taskOf({ state: 'FAILED' })]
const running = [taskOf({ state: 'CLOSED' }), taskOf({ state: 'OPEN' })]

test.each<[string, TaskQuery, typeof ended, number, boolean]>([
  ['of a closed window with ended tasks', { createdBefore: 1000 }, ended, 1301, true],
  ['of a closed window without a task', { createdBefore: 1000 }, [], 1301, true],
  ['of a window that closed just now, as clocks differ', { createdBefore: 1000 }, ended, 1300, false],
  ['of a window that is open', { createdBefore: 1000 }, ended, 900, false],
  ['of a window without an end', {}, ended, 1301, false],
  ['with an open task', { createdBefore: 1000 }, running, 1301, false],
  ['of some states only', { createdBefore: 1000, states: ['CLOSED', 'FAILED'] }, ended, 1301, false],
])('an answer %s', (_, query, tasks, askedAt, final) => {
  expect(isFinal(query, tasks, askedAt)).toBe(final)
})
