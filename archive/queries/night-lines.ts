import { sql } from 'kysely'
import type { Heard } from '../nights/heard.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { composeOfRun, isOfCompose } from './compose-of-run.ts'

/** One night in one line, as the edition that stands tells of it. */
export interface NightLine {
  readonly run: string
  readonly temporalRun: string
  readonly stream: string
  readonly date: string | null
  readonly due: string
  /** Before the first report that which the night tests, once that is known. */
  readonly compose: string | null
  readonly outcome: string | null
  readonly verdict: string | null
  readonly openedAt: string
  readonly closedAt: string | null
  /** Why it ended without a report. */
  readonly noReport: string | null
  /** Null before the first report. */
  readonly edition: number | null
  readonly reportedAt: string | null
  readonly subject: string | null
  readonly tests: number | null
  /** The last that was heard; null where nothing was. */
  readonly heard: Heard | null
}

/** Which nights; what is left out does not matter. */
export interface NightFilter {
  readonly stream?: string
  readonly verdicts?: readonly string[]
  /** Due at this ISO date or time, or later. */
  readonly since?: string
  /** Due before this ISO date or time. */
  readonly before?: string
  readonly run?: string
  /** Its compose id. */
  readonly compose?: string
  readonly limit?: number
}

type NightRow = Omit<NightLine, 'heard'> & { readonly [Name in keyof Heard]: string | null }

/** The nights of a filter, the latest due first; of one date the latest compose, RC-1.10 before RC-1.9. */
export async function nights(db: ArchiveDb, filter: NightFilter = {}): Promise<readonly NightLine[]> {
  const { rows } = await sql<NightRow>`
    select runs.id as run, temporal_run as "temporalRun", stream, date, due, ${composeOfRun} as compose, runs.outcome, runs.verdict,
      opened_at as "openedAt", closed_at as "closedAt", no_report as "noReport", editions.number as edition,
      editions.at as "reportedAt", subject, tests, last.stage, last.said, last.at
    from runs
    left join editions on editions.run = runs.id and editions.number = runs.edition
    left join lateral (select stage, said, at from heard where run = runs.id order by at desc limit 1) as last on true
    where ${conditions(filter)}
    order by due desc, stream desc, length(runs.id) desc, runs.id desc limit ${filter.limit ?? 30}`.execute(
    db,
  )
  return rows.map(({ stage, said, at, ...night }) => ({
    ...night,
    heard: stage === null || said === null || at === null ? null : { stage, said, at },
  }))
}

/** The last night of a stream with one of these verdicts; null where there is none. */
export async function lastGood(
  db: ArchiveDb,
  stream: string,
  { verdicts = ['passed'], before }: Pick<NightFilter, 'verdicts' | 'before'> = {},
): Promise<NightLine | null> {
  const [last] = await nights(db, { stream, verdicts, ...(before === undefined ? {} : { before }), limit: 1 })
  return last ?? null
}

function conditions({ stream, verdicts, since, before, run, compose }: NightFilter) {
  return sql.join(
    [
      sql`true`,
      ...(stream === undefined ? [] : [sql`stream = ${stream}`]),
      ...(verdicts === undefined ? [] : [sql`runs.verdict = any(${[...verdicts]})`]),
      ...(since === undefined ? [] : [sql`due >= ${since}`]),
      ...(before === undefined ? [] : [sql`due < ${before}`]),
      ...(run === undefined ? [] : [sql`runs.id = ${run}`]),
      ...(compose === undefined ? [] : [isOfCompose(compose)]),
    ],
    sql` and `,
  )
}
