import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, listTasksOptions, type TaskQuery } from '../../../compose/koji/koji-query.ts'
import { anyQuery } from '../any-koji-task.ts'

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

test('what a query leaves out is not sent', () => {
  expect(listTasksOptions({})).toEqual([{ decode: true }])
})

test.each<[string, TaskQuery]>([
  ['methods', { methods: [] }],
  ['states', { states: [] }],
  ['arches', { arches: [] }],
])('an empty list of %s is refused', (option, query) => {
  expect(() => listTasksOptions(query)).toThrow(`a query's ${option} are an empty list`)
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
])('whether the answer to %j holds that to %j', (wider, query, answer) => {
  expect(covers(wider, query)).toBe(answer)
})

test('covering is reflexive and transitive', () => {
  fc.assert(
    fc.property(anyQuery, anyQuery, anyQuery, (a, b, c) => {
      expect(covers(a, a)).toBe(true)
      expect(covers(a, b) && covers(b, c) && !covers(a, c)).toBe(false)
    }),
  )
})
