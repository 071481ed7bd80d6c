import { sql } from 'kysely'
import { dateOf, daysBefore } from '../../../compose/naming/calendar.ts'
import type { Inbox } from '../../../lab/mail/inbox.ts'
import type { NightFacts } from '../../../report/facts.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { freshDatabase, type FreshDatabase } from '../../archive/fresh-database.ts'
import { configFile } from '../../config-file.ts'

/** The date. */
export const today = dateOf(new Date())
/** So late that midnight does not matter. */
export const coming = daysBefore(today, -1)
/** A date whose report is not enough. */
export const longAgo = daysBefore(today, 10)

/** An archive that was made long ago. */
export async function oldDatabase(): Promise<FreshDatabase> {
  const database = await freshDatabase()
  await sql`update levels set at = '2026-01-01'`.execute(database.db)
  return database
}

/** Records the report of a night. */
export async function recordReport(
  database: FreshDatabase,
  stream: string,
  date: string,
  facts: Partial<NightFacts> = {},
): Promise<void> {
  const run = runOf(date, stream)
  await database.archive.recordEdition(run, 'key/1', editionOf(run, { facts }))
}

/** Both streams are due at midnight and have a minute; Temporal is nowhere. */
export function watching(url: string, inbox?: Pick<Inbox, 'host' | 'port'>, more = '') {
  const mail =
    inbox === undefined
      ? ''
      : `[mail]\nhost = "${inbox.host}"\nport = ${inbox.port}\nfrom = "nightjar@example.org"\nto = ["qa@example.org"]\n${more}\n`
  const schedules = ['rawhide', 'branched'].map(
    (stream) => `[stream.${stream}]\nat = "00:00"\nreport_within = "1 min"\n`,
  )
  return configFile(`folder = "."\n[archive]\nurl = "${url}"\n${mail}${schedules.join('')}`)
}
