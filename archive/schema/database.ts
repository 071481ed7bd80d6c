import type { Generated, Kysely } from 'kysely'

/** The archive's database: a pool of connections, or a transaction of one. */
export type ArchiveDb = Kysely<Database>

/** Times are ISO, as the archive's connections read and write them. */
export interface Database {
  readonly runs: RunsTable
  readonly editions: EditionsTable
  readonly deliveries: DeliveriesTable
  readonly claims: ClaimsTable
  readonly stored_values: StoredValuesTable
  readonly imported_folders: ImportedFoldersTable
}

interface RunsTable {
  readonly id: string
  readonly temporal_run: string
  readonly stream: string
  readonly date: string | null
  readonly due: string
  readonly compose: string | null
  readonly outcome: string | null
  readonly verdict: string | null
  /** The number of the edition that stands. */
  readonly edition: number | null
  readonly opened_at: string
  readonly closed_at: string | null
  /** Why the run ended without a report. */
  readonly no_report: string | null
  /** When something was last heard and written down. */
  readonly heard_at: string | null
  /** Whether only one line a test is left of its jobs. */
  readonly pruned: Generated<boolean>
}

interface EditionsTable {
  readonly run: string
  readonly number: number
  readonly key: string
  readonly at: string
  readonly outcome: string
  readonly verdict: string
  readonly compose: string | null
  readonly subject: string
  /** How many tests it tells of. */
  readonly tests: number
  /** The JSON as it was sent. */
  readonly report: string
}

interface DeliveriesTable {
  readonly run: string
  readonly edition: number
  readonly channel: string
  readonly recipient: string
  readonly state: string
  readonly message_id: string | null
  readonly why: string
  readonly attempts: number
  readonly first_at: string
  readonly at: string
}

interface ClaimsTable {
  readonly name: string
  readonly owner: string
  readonly at: string
}

interface StoredValuesTable {
  readonly hash: string
  readonly content: string
  readonly kept_at: string
}

interface ImportedFoldersTable {
  readonly folder: string
  readonly at: string
  readonly report: string
}
