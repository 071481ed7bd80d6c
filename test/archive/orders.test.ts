import { describe, expect, test } from 'vitest'
import type { Acceptance, NightOrder } from '../../report/order.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, runOf } from './nights.ts'

const run = runOf('2026-11-24')
const at = (time: string) => `2026-11-24T${time}.000Z`

const rerun: NightOrder = {
  id: 'order-1',
  name: 'rerun',
  at: at('12:00:00'),
  by: 'ada',
  why: 'openQA was full',
  asked: 'run what failed again',
  became: '',
}

function taken(date: string, until: string | null, otherwise: Partial<Acceptance> = {}): Acceptance {
  return {
    order: `order of ${date}`,
    run: runOf(date).id,
    kind: 'test',
    name: 'Server-dvd-iso x86_64 base_selinux@64bit',
    modules: ['base_selinux', 'two words'],
    by: null,
    why: 'rhbz#1234567',
    at: `${date}T12:00:00.000Z`,
    until,
    ...otherwise,
  }
}

async function open() {
  const { db } = await freshArchive()
  return postgresArchive(db)
}

/** An archive with a report on each of these nights, and what was accepted on them. */
async function accepting(reported: readonly string[], acceptances: readonly Acceptance[]) {
  const archive = await open()
  for (const date of reported) {
    const night = runOf(date)
    await archive.recordEdition(night, 'a/1', editionOf(night))
  }
  for (const one of acceptances) await archive.accept(runOf(one.run.slice(-10)), [one])
  return archive
}

const asOf = { run: run.id, date: '2026-11-24' }

describe('an order', () => {
  test('is kept once, and what came of it is not forgotten', async () => {
    const archive = await open()
    const done = { ...rerun, became: 'fixed 2, still failing 0' }

    await archive.orderTaken(run, rerun)
    await archive.orderTaken(run, done)
    await archive.orderTaken(run, rerun)

    expect(await archive.ordersOf(run.id)).toEqual([done])
    expect(await archive.ordersOf('nightly/branched/2026-11-24')).toEqual([])
  })

  test('comes in the order of its time, whoever gave it', async () => {
    const archive = await open()
    const earlier = { ...rerun, id: 'order-2', at: at('06:00:00'), by: null, why: null }

    await archive.orderTaken(run, rerun)
    await archive.orderTaken(run, earlier)

    expect(await archive.ordersOf(run.id)).toEqual([earlier, rerun])
  })

  test('may hold what PostgreSQL cannot', async () => {
    const archive = await open()

    await archive.orderTaken(run, { ...rerun, by: 'nul \u0000', why: 'half \uD800', asked: '\u0000' })

    expect(await archive.ordersOf(run.id)).toMatchObject([
      { by: 'nul \uFFFD', why: 'half \uFFFD', asked: '\uFFFD' },
    ])
  })
})

describe('what was accepted', () => {
  test('is kept once, all of it', async () => {
    const image = taken('2026-11-24', null, {
      kind: 'image',
      name: 'KDE live x86_64',
      modules: [],
      by: 'ada',
    })
    const archive = await accepting([], [taken('2026-11-24', null)])

    await archive.accept(run, [])
    await archive.accept(run, [taken('2026-11-24', null), image])
    await archive.accept(run, [{ ...image, why: 'another reason' }])

    expect(await archive.acceptancesOf('rawhide', asOf)).toEqual([image, taken('2026-11-24', null)])
  })

  test.each<[string, readonly string[], Acceptance, boolean]>([
    ['this night', [], taken('2026-11-24', null), true],
    ['the stream until today', [], taken('2026-11-20', '2026-11-24'), true],
    ['the stream for longer', [], taken('2026-11-20', '2026-12-01'), true],
    ['a later night on', [], taken('2026-11-25', '2026-12-01'), false],
    ['last night', ['2026-11-23'], taken('2026-11-23', null), true],
    ['the night before last', ['2026-11-22', '2026-11-23'], taken('2026-11-22', null), false],
    ['the stream until last night', ['2026-11-23'], taken('2026-11-20', '2026-11-23'), true],
    ['the stream until a night without a report', ['2026-11-20'], taken('2026-11-20', '2026-11-22'), true],
    ['a time that the last night knew to be over', ['2026-11-23'], taken('2026-11-20', '2026-11-22'), false],
    ['a time that is over, where no night is known', [], taken('2026-11-20', '2026-11-23'), false],
  ])('for %s, after reports of %j', async (_, reported, acceptance, isAnswered) => {
    const archive = await accepting(reported, [acceptance])

    expect(await archive.acceptancesOf('rawhide', asOf)).toEqual(isAnswered ? [acceptance] : [])
    expect(await archive.acceptancesOf('branched', asOf)).toEqual([])
  })

  test('for a respin of the same night does not count for the night', async () => {
    const archive = await open()
    const respin = { ...run, id: 'nightly/rawhide/20261124.n.1' }
    await archive.accept(respin, [taken('2026-11-24', null)])

    expect(await archive.acceptancesOf('rawhide', asOf)).toEqual([])
    expect(await archive.acceptancesOf('rawhide', { ...asOf, run: respin.id })).toHaveLength(1)
  })
})
