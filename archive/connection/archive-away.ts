/**
 * Thrown where the database does not take part at the moment: it is down, full, only readable, too busy or
 * too slow. Asking again later may help. The message holds no password.
 */
export class ArchiveAway extends Error {
  override readonly name = 'ArchiveAway'
  /** The SQLSTATE or the code of the system's error; null where there is none. */
  readonly code: string | null

  constructor(reason: string, code: string | null) {
    super(`the archive's database is away: ${reason}`)
    this.code = code
  }
}
