import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../archive/connection/connect.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { examineArchive } from '../../workers/doctor/examine-archive.ts'
import { nightjar } from '../cli/nightjar.ts'
import { configFile } from '../config-file.ts'
import { ownDatabase } from './own-database.ts'

async function failure(url: string): Promise<unknown> {
  const { db, close } = connect({ url })
  await using _ = { [Symbol.asyncDispose]: close }
  return await sql`select 1`.execute(db).catch((error: unknown) => error)
}

/** A server that asks the role `guest` for its password; answers the URL with another one, or none. */
async function asksGuest() {
  const own = await ownDatabase()
  const { rows } = await sql<{ file: string }>`select current_setting('hba_file') as file`.execute(own.db)
  const rules = sql.raw(`(values ('local all guest scram-sha-256'), ('local all all trust'))`)
  await sql`create role guest login password 'right'`.execute(own.db)
  await sql`copy ${rules} to ${sql.lit(rows[0]?.file)}`.execute(own.db)
  await sql`select pg_reload_conf()`.execute(own.db)
  const urlWith = (password: string) => {
    const url = new URL(own.url)
    url.username = 'guest'
    url.password = password
    return url.href
  }
  await expect.poll(() => failure(urlWith('wrong'))).toBeInstanceOf(Error)
  return { url: own.url, urlWith, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() }
}

test('a refused password is told as that, by overdue and doctor too, and so is a server without TLS', async () => {
  await using server = await asksGuest()
  await using config = await configFile(`folder = "."\n[archive]\nurl = "${server.urlWith('wrong-one')}"\n`)

  expect(await failure(server.urlWith('wrong-one'))).toMatchObject({
    name: 'ArchiveAway',
    kind: 'login',
    message: 'the archive\'s database refuses the login: password authentication failed for user "guest"',
  })
  expect(await failure(server.urlWith(''))).toMatchObject({ name: 'ArchiveAway', kind: 'login' })
  const overdue = await nightjar('overdue', '--config', config.file)
  expect(overdue).toMatchObject({ code: 3 })
  expect(overdue.stdout).toMatch(
    /^nobody knows whether reports come: the archive cannot be read: the archive's database refuses the login/,
  )
  expect(overdue.stdout).not.toContain('wrong-one')
  const { findings } = await examineArchive(loadConfig(config.file))
  expect(findings[0]).toMatchObject({
    state: 'problem',
    said: expect.stringContaining('refuses the login'),
    todo: expect.stringContaining('correct the user and the password'),
  })
  const encrypted = new URL(server.url)
  encrypted.searchParams.set('sslmode', 'verify-full')
  expect(await failure(encrypted.href)).toMatchObject({
    kind: 'plain',
    message: "the archive's database offers no TLS: The server does not support SSL connections",
  })
})
