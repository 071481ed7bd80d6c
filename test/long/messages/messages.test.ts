import { beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../../night/chance.ts'
import { shareOf, sharesOf } from '../share.ts'
import { playNights, type Play, type Played } from './play-nights.ts'

const random = chance(15)

/** The ways in which messages come, beside none. Minutes are those of a night: sixty of them are an hour. */
const ways: Readonly<Record<string, NonNullable<Play['heard']>>> = {
  all: { workers: 1, way: { delays: () => [0] } },
  tripled: { workers: 3, way: { delays: () => [0, random(), 5 * random()] } },
  'out of order': { workers: 1, way: { delays: () => [20 * random()] } },
  'an hour late': { workers: 1, way: { delays: () => [60] } },
  forged: { workers: 1, way: { delays: () => [0], forged: true } },
}

const isShare = sharesOf() > 1
// Another way each day where a share of the long tests is played, with each kind of night once.
const chosen = shareOf(Object.keys(ways))
const nights = Number(process.env['NIGHTJAR_NIGHTS'] ?? (isShare ? 10 : 100))
// As many looks a second as two processors can bear; figures want a longer time.
const lookMs = Number(process.env['NIGHTJAR_LOOK_MS'] ?? Math.max(700, 40 * nights))

/** Ends what hangs: on a quiet machine a hundred nights take four minutes. */
const longestMs = 1_500_000

async function play(name: string): Promise<Played> {
  const played = await playNights({ nights, lookMs, heard: ways[name] ?? null })
  console.log(inWords(name, played))
  return played
}

describe(`${nights} nights`, () => {
  let without: Played | null = null

  beforeAll(async () => {
    without = await play('none')
  }, longestMs)

  test('are not told to look where nobody hears messages', () => {
    expect(without?.nudges).toBe(0)
    expect(without?.told.size).toBeGreaterThanOrEqual(nights)
  })

  test.for(chosen)('report the same with messages, in at most 300 events: %s', async (name) => {
    const { told, events, nudges } = await play(name)

    expect(told).toEqual(without?.told)
    expect(events).toBeLessThanOrEqual(300)
    expect(nudges).toBeGreaterThan(0)
  })
})

/** The figures of docs/performance.md; seconds are those of a real night. */
function inWords(name: string, { toPost, toLook, fromTask, events, nudges, outcomes, told }: Played): string {
  return [
    `messages: ${name}; reports ${told.size}`,
    seconds('to the first post, s, median and 95 %:', toPost),
    seconds('message to look:', toLook),
    seconds('task to look:', fromTask),
    `events at most: ${events}; nudges: ${nudges}; ${JSON.stringify(outcomes)}`,
  ].join('; ')
}

function seconds(what: string, minutes: readonly number[]): string {
  return `${what} ${quantile(minutes, 0.5)} ${quantile(minutes, 0.95)} (${minutes.length})`
}

function quantile(minutes: readonly number[], part: number): string {
  const sorted = minutes.toSorted((one, other) => one - other)
  return ((sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN) * 60).toFixed(0)
}
