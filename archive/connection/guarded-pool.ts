import { DatabaseError, type Pool, type PoolClient } from 'pg'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { ArchiveAway } from './archive-away.ts'
import { awayReason } from './away-reason.ts'

/** What a guarded pool does beside guarding. */
export interface Guarding {
  /** SQL that each new connection runs first. */
  readonly first: string
  /** Takes the password out of a message. */
  readonly clean: (message: string) => string
}

/**
 * A pool whose errors are {@link ArchiveAway} where the database is away. A connection that broke answers
 * everything after that with the same error, and does not go back into the pool.
 */
export function guardedPool(pool: Pool, { first, clean }: Guarding): PostgresPool {
  const begun = new WeakSet<PoolClient>()
  // A connection that breaks says so as an event, too, which would end the process if nobody listened.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        const client = await pool.connect()
        if (!begun.has(client)) await begin(client, first)
        begun.add(client)
        return new GuardedClient(client, clean)
      } catch (error) {
        throw translated(error, clean)
      }
    },
  }
}

async function begin(client: PoolClient, first: string): Promise<void> {
  try {
    await client.query(first)
  } catch (error) {
    client.release(true)
    throw error
  }
}

class GuardedClient implements PostgresPoolClient {
  readonly #client: PoolClient
  readonly #clean: (message: string) => string
  #broken: ArchiveAway | null = null
  readonly #breaks = (error: unknown) => {
    const known = translated(error, this.#clean)
    if (known instanceof ArchiveAway) this.#broken ??= known
  }

  constructor(client: PoolClient, clean: (message: string) => string) {
    this.#client = client
    this.#clean = clean
    client.on('error', this.#breaks)
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string')
      throw new TypeError('the archive reads with `fetch`, not with cursor objects')
    return this.#ask(sql, parameters)
  }

  release(destroy = false): void {
    this.#client.off('error', this.#breaks)
    this.#client.release(destroy || this.#broken !== null)
  }

  async #ask(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    if (this.#broken !== null) throw this.#broken
    try {
      return await this.#client.query(sql, [...parameters])
    } catch (error) {
      if (isOver(error)) this.#breaks(error)
      throw this.#broken ?? translated(error, this.#clean)
    }
  }
}

function translated(error: unknown, clean: (message: string) => string): unknown {
  const away = awayReason(error)
  return away === null ? error : new ArchiveAway(clean(away.reason), away.code, away.kind)
}

/** Whether a connection is lost with an error; an error of one statement leaves it as it was. */
function isOver(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.severity === 'FATAL' || error.severity === 'PANIC'
}
