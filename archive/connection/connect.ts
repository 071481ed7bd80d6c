import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Database } from '../schema/database.ts'
import { columnTypes } from './column-types.ts'
import { readDatabaseUrl } from './database-url.ts'
import { guardedPool } from './guarded-pool.ts'

/** Where the archive's database is, and how long it may take. Times are milliseconds, 0 for no limit. */
export interface ConnectOptions {
  /** In a form of `readDatabaseUrl`. */
  readonly url: string
  /** Shown in `pg_stat_activity`. */
  readonly name?: string
  /** Connections at most. */
  readonly connections?: number
  readonly connectMs?: number
  readonly statementMs?: number
}

/** An open archive: a pool of connections, and how to close it. */
export interface Connected {
  readonly db: Kysely<Database>
  readonly close: () => Promise<void>
}

/**
 * Opens the archive for reading and writing. Nothing is asked yet: a database that is away shows at the first
 * query.
 */
export function connect(options: ConnectOptions): Connected {
  return open(options, '')
}

/**
 * Opens the archive so that nothing can be written: as the role `nightjar_reader` where the migrations could
 * make it, and with read-only transactions in any case.
 */
export function connectReading(options: ConnectOptions): Connected {
  return open(options, `set default_transaction_read_only = on; ${becomeReader}`)
}

const becomeReader = `do $$ begin
  if to_regclass('runs') is not null and exists (select from pg_roles where rolname = 'nightjar_reader') then
    if has_table_privilege('nightjar_reader', 'runs', 'select') then set role nightjar_reader; end if;
  end if;
exception when insufficient_privilege then null;
end $$`

function open(options: ConnectOptions, first: string): Connected {
  const { url, name = 'nightjar', connections = 5, connectMs = 5_000, statementMs = 30_000 } = options
  const connectionString = checked(url)
  const pool = new Pool({
    connectionString,
    application_name: name,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    // The server ends a statement in time; this is for a server that does not answer at all.
    query_timeout: statementMs === 0 ? 0 : statementMs + 5_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: columnTypes,
  })
  const guarded = guardedPool(pool, {
    first: `set timezone to 'UTC'; ${first}`,
    clean: hiding(connectionString),
  })
  return {
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded }) }),
    close: () => pool.end(),
  }
}

function checked(url: string): string {
  const read = readDatabaseUrl(url)
  if (read !== null) return read
  throw new Error('expected a URL of PostgreSQL, such as postgresql://user:password@host/database')
}

function hiding(url: string): (message: string) => string {
  const { password, searchParams } = new URL(url)
  const secrets = [password, decodeURIComponent(password), searchParams.get('password') ?? ''].filter(Boolean)
  return (message) => secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message)
}
