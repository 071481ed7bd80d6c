import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlinesOf } from '../../../workers/config/deadlines.ts'
import { patience } from '../../../workflows/patience.ts'

const times = fc.record({
  callMs: fc.integer({ min: 4, max: 10 ** 7 }),
  actMs: fc.integer({ min: 3, max: 10 ** 7 }),
  sendMs: fc.integer({ min: 3, max: 10 ** 7 }),
})

test('requests that an activity makes in a row fit in its time, however silent each service is', () => {
  fc.assert(
    fc.property(times, ({ callMs, actMs, sendMs }) => {
      const { read, listMirror, act, send } = deadlinesOf({ callMs, actMs, sendMs })

      expect(read + listMirror + read).toBeLessThanOrEqual(callMs)
      expect(act).toBeLessThanOrEqual(actMs / 3)
      expect(send).toBeLessThan(sendMs)
      expect([read, listMirror, act, send].every((ms) => Number.isInteger(ms) && ms > 0)).toBe(true)
    }),
  )
})

test('with the usual patience a look, a post and a look at the key fit in the time of a post', () => {
  const { read, act } = deadlinesOf(patience)

  expect(read + act + read).toBeLessThan(patience.actMs)
})

test('with the usual patience a mail server has ten minutes for its last answer, and five for each before', () => {
  const minutes = deadlinesOf(patience).send / 60_000

  expect(minutes).toBeGreaterThan(10 + 2 * 5)
})
