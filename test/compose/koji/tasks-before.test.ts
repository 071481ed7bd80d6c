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

test('of a night without tasks nothing is known', () => {
  expect(distinctTasks([taskOf({ release: '20150820' })], yesterday)).toBeNull()
})
