import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { connect, type ConnectOptions } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'

/** Makes an empty database on the tests' server; answers its URL. */
export async function emptyDatabase(server = inject('databaseUrl'), how = ''): Promise<string> {
  const name = `nightjar_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server, `create database ${name} ${how}`)
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** Runs one statement as the superuser of the tests' server. */
export async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A migrated archive with nothing in it, open for one test. */
export async function freshArchive(options: Partial<ConnectOptions> = {}): Promise<{
  readonly db: ArchiveDb
  readonly url: string
}> {
  const url = options.url ?? (await emptyDatabase())
  await migrate({ url })
  const { db, close } = connect({ ...options, url })
  onTestFinished(close)
  return { db, url }
}
