import { expect, test } from 'vitest'
import type { HubTask } from '../../../lab/koji/row.ts'
import { hubTasks } from '../../../lab/koji/tasks.ts'
import { mashTasks } from '../../../lab/mash/mash-tasks.ts'
import type { TaskScript } from '../../../lab/script.ts'

const live: TaskScript = {
  name: 'Fedora-KDE-Live',
  arch: 'x86_64',
  method: 'createLiveMedia',
  from: 10,
  until: 60,
  ends: 'CLOSED',
}

const pace = { from: 0, apart: 4, takes: 3, failing: [], failsAfter: 1 }

test.each<[number, readonly string[]]>([
  [9, []],
  [10, ['livemedia 0']],
  [11, ['livemedia 1', 'createLiveMedia 0']],
  [12, ['livemedia 1', 'createLiveMedia 1']],
  [59.9, ['livemedia 1', 'createLiveMedia 1']],
  [60, ['livemedia 2', 'createLiveMedia 2']],
])('at minute %d a script that starts at 10 and ends at 60 is %j', (minute, states) => {
  expect(rowsAt(minute, [live]).map(({ method, state }) => `${method} ${state}`)).toEqual(states)
})

test('a child belongs to its parent, and both keep their ids', () => {
  const [parent, child] = rowsAt(30, [live])

  expect(child?.parent).toBe(parent?.id)
  expect(
    rowsAt(90, [live, live])
      .slice(0, 2)
      .map(({ id }) => id),
  ).toEqual([parent?.id, child?.id])
})

test('tasks of several composes have ids of their own', () => {
  const one = { composeRelease: '20261124.n.0', version: 'Rawhide', tasks: [live, live] }
  const ids = hubTasks([one, { ...one, version: '44' }], 90).map(({ id }) => id)

  expect(new Set(ids).size).toBe(8)
})

test('a task that fails has a fault and no file, one that was canceled has neither', () => {
  const [, failed] = rowsAt(60, [{ ...live, ends: 'FAILED' }])
  const [, canceled] = rowsAt(60, [{ ...live, ends: 'CANCELED' }])

  expect(failed).toMatchObject({ state: 5, result: null, output: [], fault: { code: 1022 } })
  expect(canceled).toMatchObject({ state: 3, result: null, output: [], fault: null })
})

test('a method that the lab does not know is named, with those it knows', () => {
  expect(() => rowsAt(60, [{ ...live, method: 'buildArch' }])).toThrow(
    'no method buildArch, but livecd, createLiveCD',
  )
})

test('a nightly of 2015 has 24 lives, 8 ARM disks and 6 clouds, one after the other', () => {
  const tasks = mashTasks(pace)

  expect(tasks.map(({ method }) => method)).toEqual([
    ...Array.from({ length: 24 }, () => 'createLiveCD'),
    ...Array.from({ length: 8 }, () => 'createAppliance'),
    ...Array.from({ length: 6 }, () => 'createImage'),
  ])
  expect(tasks.map(({ from }) => from)).toEqual(tasks.map((_, order) => order * 4))
})

test('while its tasks are submitted there are minutes when all that exist have ended', () => {
  const tasks = mashTasks(pace)
  const minutes = Array.from({ length: 38 * 4 }, (_, minute) => rowsAt(minute, tasks))

  const falseEnds = minutes.filter(
    (rows) => rows.length > 0 && rows.length < 2 * tasks.length && rows.every(({ state }) => state === 2),
  )

  expect(falseEnds).toHaveLength(tasks.length - 1)
})

function rowsAt(minute: number, tasks: readonly TaskScript[]): readonly HubTask[] {
  return hubTasks([{ composeRelease: '20261124.n.0', version: 'Rawhide', tasks }], minute)
}
