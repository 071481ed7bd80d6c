import { expect, test } from 'vitest'
import { composeTasksQuery, countTasks, tasksOf } from '../../../compose/koji/compose-tasks.ts'
import { taskOf } from '../koji-task-of.ts'

test('the query looks from half a day before the date until four days after it, in epoch seconds', () => {
  const { methods, createdAfter = 0, createdBefore = 0, owner } = composeTasksQuery('20150819')

  expect(new Date(createdAfter * 1000).toISOString()).toBe('2015-08-18T12:00:00.000Z')
  expect(new Date(createdBefore * 1000).toISOString()).toBe('2015-08-24T00:00:00.000Z')
  expect(methods).toContain('createLiveMedia')
  expect(methods).toContain('livemedia')
  expect(owner).toBeUndefined()
})

test('methods and owner can be set', () => {
  expect(composeTasksQuery('20150819', { methods: ['livecd'], owner: 2745 })).toMatchObject({
    methods: ['livecd'],
    owner: 2745,
  })
  expect(composeTasksQuery('20150819')).not.toHaveProperty('owner')
})

test('the tasks of a compose are those of its version and release, in any letter case', () => {
  const tasks = [
    taskOf({ id: 1 }),
    taskOf({ id: 2, version: 'rawhide' }),
    taskOf({ id: 3, version: '44' }),
    taskOf({ id: 4, release: '20261124.n.1' }),
    taskOf({ id: 5, release: '20261124' }),
    taskOf({ id: 6, version: '' }),
  ]

  expect(tasksOf(tasks, { version: 'Rawhide', release: '20261124.n.0' }).map(({ id }) => id)).toEqual([
    1, 2, 6,
  ])
  expect(tasksOf(tasks, { version: '44', release: '20261124.n.0' }).map(({ id }) => id)).toEqual([3, 6])
})

test('FREE parents and tasks in an unknown state count as open', () => {
  const states = ['FREE', 'OPEN', 'ASSIGNED', 'state 9', 'CLOSED', 'CANCELED', 'FAILED']

  expect(countTasks(states.map((state) => taskOf({ state })))).toEqual({ total: 7, open: 4, failed: 1 })
  expect(countTasks([])).toEqual({ total: 0, open: 0, failed: 0 })
})
