import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import { sql } from 'kysely'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { connect, type ConnectOptions } from '../../archive/connection/connect.ts'
import { asAdmin } from './databases.ts'
import { emptyDatabase, freshArchive } from './fresh-database.ts'

function open(options: ConnectOptions) {
  const { db, close } = connect(options)
  onTestFinished(close)
  return db
}

async function failureOf(act: Promise<unknown>): Promise<unknown> {
  try {
    return await act
  } catch (error) {
    return error
  }
}

describe('a connection', () => {
  test('reads dates as text, times as ISO and whole numbers as numbers, whatever the zone of server and client', async () => {
    const { db, url } = await freshArchive()
    await asAdmin(url, "alter role current_user set timezone to 'America/New_York'")
    onTestFinished(() => asAdmin(url, 'alter role current_user reset timezone'))
    const again = open({ url })
    const columns = sql`select date '2026-11-24' as date, 9007199254740991::int8 as whole, count(*) as count,
      timestamptz '2026-11-24T05:15:00.123456Z' as time, timestamptz '2026-11-24T00:15:00-05' as even`

    const wanted = {
      date: '2026-11-24',
      whole: 9_007_199_254_740_991,
      count: 1,
      time: '2026-11-24T05:15:00.123Z',
      even: '2026-11-24T05:15:00.000Z',
    }
    for (const one of [db, again]) expect((await columns.execute(one)).rows).toEqual([wanted])
  })

  test('says its name to the server', async () => {
    const { url } = await freshArchive()

    const { rows } =
      await sql`select application_name from pg_stat_activity where pid = pg_backend_pid()`.execute(
        open({ url, name: 'nightjar web' }),
      )

    expect(rows).toEqual([{ application_name: 'nightjar web' }])
  })

  test('refuses what is no URL of PostgreSQL without repeating it', () => {
    expect(() => connect({ url: 'mysql://me:secret@host/db' })).toThrow(
      /^expected a URL of PostgreSQL(?!.*secret)/,
    )
  })

  test('goes on after the server ended an idle connection', async () => {
    const { db, url } = await freshArchive()
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)

    await asAdmin(url, `select pg_terminate_backend(${rows[0]?.pid})`)
    await expect.poll(() => failureOf(sql`select 1 as one`.execute(db))).toMatchObject({ rows: [{ one: 1 }] })
  })
})

describe('a database that is away', () => {
  test('is told of where nothing listens, without the password', async () => {
    const error = await failureOf(
      sql`select 1`.execute(open({ url: 'postgresql://me:secret@127.0.0.1:1/nightjar' })),
    )

    expect(error).toBeInstanceOf(ArchiveAway)
    expect(error).toMatchObject({
      code: 'ECONNREFUSED',
      message: "the archive's database cannot be reached: connect ECONNREFUSED 127.0.0.1:1",
    })
  })

  test.each([
    'postgresql://s%20cret:s%20cret@localhost/db',
    'postgresql://s%20cret@localhost/db?password=s%20cret',
  ])('is told of with stars where the server repeats the password of %s', async (given) => {
    const url = new URL(given)
    url.searchParams.set('host', new URL(inject('databaseUrl')).searchParams.get('host') ?? '')

    expect(await failureOf(sql`select 1`.execute(open({ url: url.href })))).toMatchObject({
      message: 'the archive\'s database refuses the login: role "***" does not exist',
    })
  })

  test('is told of where a name has several addresses and none answers', async () => {
    const error = await failureOf(
      sql`select 1`.execute(open({ url: 'postgresql://me@localhost:1/nightjar' })),
    )

    expect(error).toMatchObject({ name: 'ArchiveAway', code: 'ECONNREFUSED' })
  })

  test('is told of where a server takes the connection and never answers', async () => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0

    const error = await failureOf(
      sql`select 1`.execute(open({ url: `postgresql://me@127.0.0.1:${port}/nightjar`, connectMs: 200 })),
    )

    expect(error).toMatchObject({ name: 'ArchiveAway', message: expect.stringContaining('timeout') })
  })

  test('is told of where the server does not know the database', async () => {
    const url = new URL(inject('databaseUrl'))
    url.pathname = 'not_there'

    expect(await failureOf(sql`select 1`.execute(open({ url: url.href })))).toMatchObject({
      name: 'ArchiveAway',
      code: '3D000',
      message: 'the archive\'s server has no such database: database "not_there" does not exist',
    })
  })

  test('is told of where a statement takes too long, and the connection is used again', async () => {
    const { db } = await freshArchive({ statementMs: 100, connections: 1 })
    const before = await sql`select pg_backend_pid() as pid`.execute(db)

    expect(await failureOf(sql`select pg_sleep(10)`.execute(db))).toMatchObject({
      name: 'ArchiveAway',
      code: '57014',
    })
    expect((await sql`select pg_backend_pid() as pid`.execute(db)).rows).toEqual(before.rows)
  })

  test('is told of where it ends a connection within a transaction, and nothing of that is kept', async () => {
    const { db, url } = await freshArchive()

    const error = await failureOf(
      db.transaction().execute(async (within) => {
        await sql`insert into claims (name, owner, at) values ('a', 'b', now())`.execute(within)
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(within)
        await asAdmin(url, `select pg_terminate_backend(${rows[0]?.pid})`)
        await sql`select 1`.execute(within)
      }),
    )

    expect(error).toMatchObject({ name: 'ArchiveAway', message: expect.stringMatching(/terminat/) })
    expect(await db.selectFrom('claims').selectAll().execute()).toEqual([])
  })

  test('is told of where it has no connection left', async () => {
    const url = await emptyDatabase()
    await asAdmin(url, `alter database ${new URL(url).pathname.slice(1)} connection limit 0`)
    await asAdmin(
      url,
      'do $$ begin create role plain login; exception when duplicate_object or unique_violation then null; end $$',
    )
    const plain = new URL(url)
    plain.username = 'plain'

    expect(await failureOf(sql`select 1`.execute(open({ url: plain.href })))).toMatchObject({
      name: 'ArchiveAway',
      code: '53300',
    })
  })

  test('is told of where it takes no writes', async () => {
    const { url } = await freshArchive()
    await asAdmin(
      url,
      `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
    )

    expect(
      await failureOf(
        sql`insert into claims (name, owner, at) values ('a', 'b', now())`.execute(open({ url })),
      ),
    ).toMatchObject({ name: 'ArchiveAway', code: '25006' })
  })

  test('is not told of where a statement is wrong', async () => {
    const { db } = await freshArchive()

    expect(await failureOf(sql`select nonsense`.execute(db))).toMatchObject({ name: 'error', code: '42703' })
  })
})
