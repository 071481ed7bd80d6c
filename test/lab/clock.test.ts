import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nightClock, type NightClock } from '../../lab/clock.ts'

/** Sixty lab minutes a second. */
const scale = 3600

/** Resolves with its minute when an alarm rings. */
function alarm(clock: NightClock, minute: number): Promise<number> {
  return new Promise((resolve) => void clock.at(minute, () => resolve(minute)))
}

test('a clock stands still until it is begun, and its alarms with it', async () => {
  const clock = nightClock(scale)
  const rung = alarm(clock, 1)

  const first = await Promise.race([rung, sleep(100, 'nothing')])

  expect(first).toBe('nothing')
  expect(clock.now()).toBe(0)
  clock.begin()
  expect(await rung).toBe(1)
  expect(clock.now()).toBeGreaterThanOrEqual(1)
})

test('a clock that runs to a minute stands still there, until it is begun again', async () => {
  const clock = nightClock(scale)
  const beyond = alarm(clock, 5.1)
  clock.begin(5)

  await alarm(clock, 5)
  const first = await Promise.race([beyond, sleep(100, 'nothing')])

  expect(first).toBe('nothing')
  expect(clock.now()).toBe(5)
  clock.begin(6)
  expect(await beyond).toBe(5.1)
  await alarm(clock, 6)
  expect(clock.now()).toBe(6)
})

test('a clock never goes back, nor does a second begin change its time', () => {
  const clock = nightClock(scale)
  clock.begin(0)
  clock.begin(-10)

  expect(clock.now()).toBe(0)
})

test('an alarm that was called off does not ring', async () => {
  const clock = nightClock(scale)
  const rung: number[] = []
  const callOff = clock.at(1, () => rung.push(1))
  clock.begin()

  callOff()
  await alarm(clock, 2)

  expect(rung).toEqual([])
})

test('a clock runs as fast as it is told', async () => {
  const clock = nightClock(scale)
  clock.begin()
  const earliest = performance.now()
  const from = clock.now()
  const latest = performance.now()

  await sleep(200)

  const leastMs = performance.now() - latest
  const minutes = clock.now() - from
  const mostMs = performance.now() - earliest
  expect(clock.realMs(minutes)).toBeGreaterThanOrEqual(leastMs)
  expect(clock.realMs(minutes)).toBeLessThanOrEqual(mostMs)
  expect(clock.realMs(60)).toBe(1000)
})

test('a clock skips the time until a minute, and rings what falls into it', async () => {
  const clock = nightClock(scale)
  clock.begin()
  const rung = alarm(clock, 300)

  clock.skipTo(400)

  expect(clock.now()).toBeGreaterThanOrEqual(400)
  expect(await rung).toBe(300)
  clock.skipTo(10)
  expect(clock.now()).toBeGreaterThanOrEqual(400)
})

test('alarms that a busy process is late for ring in their order', async () => {
  const clocks = Array.from({ length: 300 }, () => nightClock(4800))
  const rung = clocks.map((clock) => {
    const order: number[] = []
    for (const minute of [33, 38]) clock.at(minute, () => order.push(minute))
    clock.begin()
    busy(Math.random() * 2)
    return order
  })

  while (rung.some(({ length }) => length < 2)) {
    busy(Math.random() * 120)
    await sleep(1)
  }

  expect(rung).toEqual(clocks.map(() => [33, 38]))
})

/** Keeps the process from anything else for some milliseconds. */
function busy(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
