import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withLook, type Settling } from '../../../compose/readiness/settling.ts'

const apartMs = 60_000
const quiet = { total: 38, open: 0, failed: 1 }

test('the last three separate looks are remembered in order', () => {
  const settling = [36, 37, 38, 39].reduce(
    (before: Settling | null, total, nth) => look(before, { ...quiet, total }, nth * apartMs),
    null,
  )

  expect(settling?.looks.map(({ total }) => total)).toEqual([37, 38, 39])
})

test('many looks at once count as one', () => {
  const first = look(null, quiet, 0)

  const burst = [1, 2, 3].reduce((before: Settling, second) => look(before, quiet, second * 1000), first)

  expect(burst).toEqual(first)
})

test('a look soon after another one replaces it', () => {
  for (const seen of [
    { ...quiet, total: 39 },
    { ...quiet, open: 1 },
    { ...quiet, failed: 2 },
  ]) {
    expect(look(look(null, quiet, 0), seen, 1000)).toEqual({
      looks: [seen],
      at: new Date(1000).toISOString(),
    })
  }
})

test('a look is added to a memory without looks', () => {
  const at = new Date(0).toISOString()

  expect(look({ looks: [], at }, quiet, 1000).looks).toEqual([quiet])
})

test('a look is separate only after the whole time between looks', () => {
  const first = look(null, quiet, 0)

  expect(look(first, quiet, apartMs - 1).looks).toHaveLength(1)
  expect(look(first, quiet, apartMs).looks).toHaveLength(2)
})

test('the time since the first look limits the number of remembered looks', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5 * apartMs), { minLength: 1, maxLength: 30 }), (gaps) => {
      let at = 0
      const settling = gaps.reduce<Settling | null>((before, gap) => look(before, quiet, (at += gap)), null)

      const since = at - (gaps[0] ?? 0)
      expect(settling?.looks.length).toBeLessThanOrEqual(1 + Math.floor(since / apartMs))
    }),
  )
})

test('a hundred looks leave less than 200 characters to remember', () => {
  const settling = Array.from({ length: 100 }).reduce<Settling | null>(
    (before, _, nth) => look(before, quiet, nth * apartMs),
    null,
  )

  expect(JSON.stringify(settling).length).toBeLessThan(200)
})

function look(before: Settling | null, count: typeof quiet, ms: number): Settling {
  return withLook(before, count, { at: new Date(ms).toISOString(), apartMs })
}
