import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectReading } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import { asAdmin } from './databases.ts'
import { emptyDatabase, freshArchive } from './fresh-database.ts'

async function failureOf(act: Promise<unknown>): Promise<unknown> {
  try {
    return await act
  } catch (error) {
    return error
  }
}

function reader(url: string) {
  const { db, close } = connectReading({ url })
  onTestFinished(close)
  return db
}

describe('a reading connection', () => {
  const writing = sql`insert into claims (name, owner, at) values ('a', 'b', now())`
  const who = sql<{ role: string }>`select current_user as role`

  test('acts as the role that may only read, which may not even where transactions may write', async () => {
    const { url } = await freshArchive()
    const db = reader(url)

    expect((await who.execute(db)).rows).toEqual([{ role: 'nightjar_reader' }])
    expect((await sql`select * from jobs`.execute(db)).rows).toEqual([])
    expect(await failureOf(writing.execute(db))).toMatchObject({ code: '25006' })
    await db.connection().execute(async (one) => {
      await sql`set default_transaction_read_only = off`.execute(one)
      expect(await failureOf(writing.execute(one))).toMatchObject({ code: '42501' })
    })
  })

  test('can still only read where the owner may not make roles', async () => {
    const url = await emptyDatabase()
    const name = new URL(url).pathname.slice(1)
    await asAdmin(url, `create role ${name}_owner login; alter database ${name} owner to ${name}_owner`)
    const own = new URL(url)
    own.username = `${name}_owner`
    await migrate({ url: own.href })

    const db = reader(own.href)

    expect((await who.execute(db)).rows).toEqual([{ role: `${name}_owner` }])
    expect((await sql`select * from jobs`.execute(db)).rows).toEqual([])
    expect(await failureOf(writing.execute(db))).toMatchObject({ code: '25006' })
  })

  test('is one of the role that an owner made who may make roles', async () => {
    const url = await emptyDatabase()
    const name = new URL(url).pathname.slice(1)
    await asAdmin(
      url,
      `create role ${name}_owner login createrole; alter database ${name} owner to ${name}_owner`,
    )
    const own = new URL(url)
    own.username = `${name}_owner`
    await migrate({ url: own.href })

    expect((await sql`select * from jobs`.execute(reader(own.href))).rows).toEqual([])
  })

  test('opens on an archive that was never migrated', async () => {
    expect((await sql`select 1 as one`.execute(reader(await emptyDatabase()))).rows).toEqual([{ one: 1 }])
  })
})
