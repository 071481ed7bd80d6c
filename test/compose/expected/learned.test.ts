import { expect, test } from 'vitest'
import { learnExpected } from '../../../compose/expected/learned.ts'
import { imageName } from '../../../compose/images/image.ts'

const kde = { subvariant: 'KDE', type: 'live', arch: 'x86_64' }
const sway = { subvariant: 'Sway', type: 'live', arch: 'x86_64' }
const games = { subvariant: 'Games', type: 'live', arch: 'x86_64' }

test('an image is expected when it was in k of the last n composes', () => {
  const history = [[games], [kde, sway], [kde], [kde, sway], [kde]]

  const learned = learnExpected(history, { k: 3, n: 4 })

  expect(learned).toEqual([{ ...kde, blocking: false, why: 'in 4 of the last 4 composes' }])
})

test('what is learned is in the order of its names', () => {
  const history = [[sway, kde, games]]

  expect(learnExpected(history, { k: 1, n: 1 }).map(({ subvariant }) => subvariant)).toEqual([
    'Games',
    'KDE',
    'Sway',
  ])
})

test('composes before the last n count for nothing', () => {
  expect(learnExpected([[games], [games], [kde], [kde]], { k: 2, n: 2 }).map(imageName)).toEqual([
    'KDE live x86_64',
  ])
})

test('nothing is learned before there are n composes', () => {
  expect(learnExpected([[kde], [kde]], { k: 2, n: 3 })).toEqual([])
})

test('an image that a compose holds twice counts once', () => {
  expect(learnExpected([[kde, kde], []], { k: 2, n: 2 })).toEqual([])
})

test('an image whose spelling changed is expected under its newest one', () => {
  const old = { ...kde, subvariant: 'KDE_Appliance' }

  expect(learnExpected([[old], [kde]], { k: 2, n: 2 }).map(imageName)).toEqual(['KDE live x86_64'])
})
