/**
 * An embedded PostgreSQL that cannot be started or used; the message says what was expected and what to do.
 */
export class NoPostgres extends Error {
  override readonly name = 'NoPostgres'
}

/** The code of an error from the system (`ENOENT`) or from PostgreSQL (`57P03`); null where it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
