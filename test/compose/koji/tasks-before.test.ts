import { expect, test } from 'vitest'
import { distinctTasks } from '../../../compose/koji/tasks-before.ts'
import { taskOf } from '../koji-task-of.ts'

const yesterday = { version: 'rawhide', release: '20150819' }

test('a task that was submitted twice counts once', () => {
  const tasks = [
    taskOf({ id: 1, ...yesterday, name: 'Fedora-Live-KDE-i686', arch: 'i686' }),
    taskOf({ id: 2, ...yesterday, name: 'Fedora-Live-KDE-x86_64' }),
    taskOf({ id: 3, ...yesterday, name: 'Fedora-Live-KDE-x86_64' }),
    taskOf({ id: 4, ...yesterday, name: 'Fedora-Live-KDE-x86_64', method: 'livecd' }),
  ]

  expect(distinctTasks(tasks, yesterday)).toBe(3)
})

test.each([
  { method: 'livemedia' },
  { name: 'Fedora-Sway-Live' },
  { arch: 'aarch64' },
  { arches: ['x86_64', 'aarch64'] },
])('tasks that differ in %j count as two', (otherwise) => {
  expect(distinctTasks([taskOf(yesterday), taskOf({ ...yesterday, ...otherwise })], yesterday)).toBe(2)
})

test('two arches never count as one arch with their joined name', () => {
  const tasks = [['x86', '64'], ['x8664']].map((arches) => taskOf({ ...yesterday, arches }))

  expect(distinctTasks(tasks, yesterday)).toBe(2)
})

test('the number of tasks is not known for a night without tasks', () => {
  expect(distinctTasks([taskOf({ release: '20150820' })], yesterday)).toBeNull()
})
