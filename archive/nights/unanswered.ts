import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/** An edition that may not have reached somebody. */
export interface Unanswered {
  readonly run: string
  readonly edition: number
  /** Null: nobody is noted to whom it was handed over. */
  readonly recipient: string | null
}

/** Within which times, ISO, it was tried last. */
export interface TriedWithin {
  readonly since: string
  readonly before: string
}

/**
 * What was handed over on a channel and never answered, or of which no try is noted though the channel was
 * used before: the last first, at most a hundred. Who got a later edition of the run has newer news.
 */
export async function unansweredOn(
  db: ArchiveDb,
  channel: string,
  { since, before }: TriedWithin,
): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select run, edition, recipient, at from deliveries as lost
    where channel = ${channel} and state = 'unknown' and at >= ${since} and at < ${before} and not exists (
      select from deliveries as later
      where later.run = lost.run and later.channel = lost.channel and later.recipient = lost.recipient
        and later.edition > lost.edition and later.state = 'delivered')
    union all
    select run, number, null, at from editions as made
    where at >= ${since} and at < ${before}
      and not exists (select from editions as later where later.run = made.run and later.number > made.number)
      and not exists (
        select from deliveries as tried
        where tried.run = made.run and tried.edition = made.number and tried.channel = ${channel})
      and exists (select from deliveries as usual where usual.channel = ${channel} and usual.at < made.at)
    order by at desc, run, edition, recipient limit 100`.execute(db)
  return rows.map(({ run, edition, recipient }) => ({ run, edition, recipient }))
}
