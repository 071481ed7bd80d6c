import { expect, test } from 'vitest'
import { askWithin } from '../../activities/archive-failures.ts'

test('an archive that did not answer once is not asked again', async () => {
  let asked = 0
  const ask = askWithin(60_000)
  const fails = () => {
    asked += 1
    return Promise.reject(new Error('no route to host'))
  }

  expect(await ask(fails)).toMatchObject({ kind: 'away', why: 'no route to host' })
  expect(await ask(fails)).toMatchObject({ kind: 'away', why: 'no route to host' })
  expect(asked).toBe(1)
})

test('an archive that never answers is left when the time for all questions is over', async () => {
  const ask = askWithin(20)

  expect(await ask(() => new Promise(() => {}))).toMatchObject({
    kind: 'away',
    why: 'the archive is too slow',
  })
  expect(await ask(async () => 'too late')).toMatchObject({ kind: 'away' })
})

test('a value that is lost is an answer: the next question is asked', async () => {
  const ask = askWithin(60_000)

  expect(await ask(async () => 1)).toEqual({ kind: 'value', value: 1 })
  expect(await ask(async () => 2)).toEqual({ kind: 'value', value: 2 })
})
