import { request as ask } from 'node:http'
import { sql } from 'kysely'
import { listen, type Listening } from '../../../lab/listen.ts'
import type { FreshDatabase } from '../../archive/fresh-database.ts'

/** A server that answers what another one does, with the time of a wrong clock. */
export async function shiftedServer(behind: string, byMs: number): Promise<AsyncDisposable & Listening> {
  const listening = await listen((request, response) => {
    const { method, headers } = request
    const forwarded = ask(new URL(request.url ?? '/', behind), { method, headers }, (answer) => {
      const date = new Date(Date.now() + byMs).toUTCString()
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, date })
      answer.pipe(response)
    })
    request.pipe(forwarded)
  })
  return { ...listening, [Symbol.asyncDispose]: () => listening.close() }
}

/** Lets the server of a database tell a wrong time. It lasts: the database needs to be the test's own. */
export async function shiftDatabase({ db, url }: FreshDatabase, by: string): Promise<void> {
  await sql`create function clock_timestamp() returns timestamptz language sql
    as ${sql.lit(`select pg_catalog.clock_timestamp() + interval '${by}'`)}`.execute(db)
  const name = new URL(url).pathname.slice(1)
  await sql`alter database ${sql.raw(name)} set search_path = public, pg_catalog`.execute(db)
}
