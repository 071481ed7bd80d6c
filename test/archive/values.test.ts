import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, runOf } from './nights.ts'

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

describe('a kept value', () => {
  test('has the same ref as the same value, and is kept once', async () => {
    const { db, archive } = await open()

    const [one, same, other] = [
      await archive.keep({ images: 89 }, 'a'),
      await archive.keep({ images: 89 }, 'b'),
      await archive.keep({ images: 90 }, 'a'),
    ]

    expect(one).toBe(same)
    expect(other).not.toBe(one)
    expect(JSON.parse(await archive.recall(one))).toEqual({ images: 89 })
    expect(await db.selectFrom('stored_values').select('hash').execute()).toHaveLength(2)
  })

  test('comes back to the letter', async () => {
    const { archive } = await open()
    const value = { nul: '\u0000', half: '\uD800', emoji: '🌙', lines: 'a\r\nb', big: 'x'.repeat(3_000_000) }

    expect(await archive.recall(await archive.keep(value, 'a'))).toBe(JSON.stringify(value))
  })

  test.each(['f'.repeat(64), '../../etc/passwd', ''])('is lost where it is not there: %j', async (ref) => {
    const { archive } = await open()

    await expect(archive.recall(ref)).rejects.toMatchObject({
      name: 'LostValue',
      ref,
      message: expect.stringContaining('is not in the archive'),
    })
  })

  test('is lost where it was damaged, until it is kept again', async () => {
    const { db, archive } = await open()
    const ref = await archive.keep([1, 2, 3], 'a')
    await sql`update stored_values set content = '[1,2'`.execute(db)

    await expect(archive.recall(ref)).rejects.toMatchObject({
      name: 'LostValue',
      message: expect.stringContaining('is damaged'),
    })
    await archive.keep([1, 2, 3], 'b')
    expect(await archive.recall(ref)).toBe('[1,2,3]')
  })
})

const existsUnlessGone = async (owner: string) => owner !== 'gone'

describe('a claim', () => {
  const name = 'compose/Fedora-Rawhide-20261124.n.0'

  test('goes to the first of twenty that claim at once', async () => {
    const { archive } = await open()

    const owners = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => archive.claim(name, `run ${nth}`)),
    )

    expect(new Set(owners).size).toBe(1)
    expect(await archive.claimed(name)).toBe(owners[0])
    expect(await archive.claim(name, owners[0] ?? '')).toBe(owners[0])
    expect(await archive.claimed('compose/another')).toBeNull()
  })

  test('is taken over where nobody owns it', async () => {
    const { archive } = await open()
    await archive.claim(name, '')

    expect(await archive.claim(name, 'nightly/rawhide/2026-11-24')).toBe('nightly/rawhide/2026-11-24')
  })

  test('is taken over, by one of many, where its run does not exist', async () => {
    const { archive } = await open()
    await archive.claim(name, 'gone')

    const owners = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => archive.claim(name, `run ${nth}`, existsUnlessGone)),
    )

    expect(new Set(owners).size).toBe(1)
    expect(owners[0]).toMatch(/^run \d$/)
  })

  test('stays where its run exists, and where it was not asked about', async () => {
    const { archive } = await open()
    await archive.claim(name, 'first')

    expect(await archive.claim(name, 'second', async () => true)).toBe('first')
    expect(await archive.claim(name, 'second')).toBe('first')
  })

  test('is not decided while nobody can say whether its run exists', async () => {
    const { archive } = await open()
    await archive.claim(name, 'first')

    await expect(archive.claim(name, 'second', async () => 'unknown')).rejects.toMatchObject({
      name: 'ClaimUndecided',
    })
    expect(await archive.claimed(name)).toBe('first')
    expect(await archive.claim(name, 'first', async () => 'unknown')).toBe('first')
  })

  test('stays with a run that has reported, also once Temporal has forgotten it', async () => {
    const { archive } = await open()
    const run = runOf('2026-11-24')
    await archive.claim(name, run.id)
    await archive.recordEdition(run, 'a/1', editionOf(run))

    expect(await archive.claim(name, 'second', async () => false)).toBe(run.id)
  })
})

describe('a delivery', () => {
  const waiting = {
    run: 'nightly/rawhide/2026-11-24',
    edition: 1,
    channel: 'mail',
    recipient: 'test@lists.fedoraproject.org',
    state: 'waiting',
    messageId: '<nightly.rawhide.2026-11-24.final@example.org>',
    why: '451 greylisted',
    attempts: 1,
    at: '2026-11-24T11:00:00.000Z',
  } as const

  test('stands as its last try left it, for each recipient', async () => {
    const { archive } = await open()
    const other = { ...waiting, recipient: 'another@example.org', state: 'refused', why: '550 no' } as const

    await archive.delivered(waiting)
    await archive.delivered(other)
    const second = {
      ...waiting,
      state: 'unknown',
      attempts: 2,
      why: '',
      at: '2026-11-24T11:10:00.000Z',
    } as const
    await archive.delivered(second)
    await archive.delivered(waiting)

    expect(await archive.deliveriesOf(waiting.run)).toEqual([other, second])
  })

  test('stays delivered', async () => {
    const { archive } = await open()
    const taken = { ...waiting, state: 'delivered', attempts: 2 } as const

    await archive.delivered(taken)
    await archive.delivered({ ...waiting, attempts: 3 })

    expect(await archive.deliveriesOf(waiting.run)).toEqual([taken])
  })
})
