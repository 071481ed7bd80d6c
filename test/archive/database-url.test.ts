import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../archive/connection/connect.ts'
import { readDatabaseUrl } from '../../archive/connection/database-url.ts'
import { startPostgresServer } from './postgres-server.ts'

test.each([
  ['postgresql://db.example/nightjar', 'postgresql://db.example/nightjar'],
  ['postgres://n:x@db.example:5433/nightjar', 'postgres://n:x@db.example:5433/nightjar'],
  ['postgresql:///nightjar?host=/run/postgresql', 'postgresql:///nightjar?host=/run/postgresql'],
  ['postgresql://n@/nightjar?host=/run/pg', 'postgresql://n@localhost/nightjar?host=/run/pg'],
  ['postgresql://n:x@/nightjar?a=b&host=/run/pg', 'postgresql://n:x@localhost/nightjar?a=b&host=/run/pg'],
  ['postgresql://n@/nightjar', null],
  ['postgresql://n@/nightjar?ghost=/run/pg', null],
  ['postgresql://n@/nightjar#?host=/run/pg', null],
  ['postgresql://db.example/night jar', null],
  ['mysql://db.example/nightjar', null],
  ['host=/run/pg', null],
  ['', null],
])('%j is the database %j', (text, url) => {
  expect(readDatabaseUrl(text)).toBe(url)
})

test('a socket is named as libpq does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-socket-'))
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rm(folder, { recursive: true }))
  const server = await startPostgresServer(folder)
  stack.defer(() => server.stop())
  const { db, close } = connect({ url: `postgresql://nightjar@/postgres?host=${folder}` })
  stack.defer(close)

  const { rows } = await sql`select current_user as name`.execute(db)

  expect(rows).toEqual([{ name: 'nightjar' }])
})
