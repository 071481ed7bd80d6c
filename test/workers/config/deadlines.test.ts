import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlinesOf } from '../../../workers/config/deadlines.ts'
import { patience } from '../../../workflows/patience.ts'

const times = fc.record({
  callMs: fc.integer({ min: 4, max: 10 ** 7 }),
  actMs: fc.integer({ min: 3, max: 10 ** 7 }),
})

test('requests that an activity makes in a row fit in its time, however silent each service is', () => {
  fc.assert(
    fc.property(times, ({ callMs, actMs }) => {
      const { read, listMirror, act } = deadlinesOf({ callMs, actMs })

      expect(read + listMirror + read).toBeLessThanOrEqual(callMs)
      expect(act).toBeLessThanOrEqual(actMs / 3)
      expect([read, listMirror, act].every((ms) => Number.isInteger(ms) && ms > 0)).toBe(true)
    }),
  )
})

test('with the usual patience a look, a post and a look at the key fit in the time of a post', () => {
  const { read, act } = deadlinesOf(patience)

  expect(read + act + read).toBeLessThan(patience.actMs)
})
