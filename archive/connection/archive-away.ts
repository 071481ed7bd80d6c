/**
 * How a database does not take part: it is down, full, too busy or only readable (`away`), nothing answers at
 * its address, it refuses the user or the password, its server has no database of that name, its certificate
 * is not trusted, or it has no TLS where TLS is asked for.
 */
export type AwayKind = 'away' | 'unreachable' | 'login' | 'database' | 'certificate' | 'plain'

const words: Readonly<Record<AwayKind, string>> = {
  away: "the archive's database is away",
  unreachable: "the archive's database cannot be reached",
  login: "the archive's database refuses the login",
  database: "the archive's server has no such database",
  certificate: "the certificate of the archive's database is refused",
  plain: "the archive's database offers no TLS",
}

/**
 * Thrown where the database does not take part at the moment. Asking again later may help, where somebody
 * repairs it meanwhile. The message holds no password.
 */
export class ArchiveAway extends Error {
  override readonly name = 'ArchiveAway'
  readonly kind: AwayKind
  /** The SQLSTATE or the code of the system's error; null where there is none. */
  readonly code: string | null

  constructor(reason: string, code: string | null, kind: AwayKind = 'away') {
    super(`${words[kind]}: ${reason}`)
    this.code = code
    this.kind = kind
  }
}
