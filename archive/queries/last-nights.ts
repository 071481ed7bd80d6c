import { sql } from 'kysely'

/** Which nights a question over many nights looks back on. */
export interface LookBack {
  readonly stream: string
  /** How many, at most. */
  readonly nights: number
  /** ISO: only nights that were due before; left out, all. */
  readonly before?: string
}

/** The last nights that have a report on tests, as a table of runs, the latest first. */
export function lastNights({ stream, nights, before }: LookBack) {
  return sql`(
    select runs.id, runs.date, runs.due, runs.compose, runs.edition
    from runs join editions on editions.run = runs.id and editions.number = runs.edition
    where stream = ${stream} and due < coalesce(${before ?? null}::timestamptz, 'infinity') and tests > 0
    order by due desc, length(runs.id) desc, runs.id desc limit ${nights})`
}
