import { sql } from 'kysely'
import type { PastNight, PastTest } from '../../jobs/compare/past.ts'
import type { ArchiveDb } from '../schema/database.ts'

/** Which nights a report looks back on. */
export interface PastLook {
  /** Only nights that were due before this ISO date or time. */
  readonly before: string
  /** ISO: each night in the edition that stood at this moment; left out, now. */
  readonly at?: string | null
  /** How many, at most. */
  readonly nights: number
}

interface PastRow extends Omit<PastNight, 'tests'> {
  readonly names: readonly number[]
  readonly standings: readonly PastTest['standing'][]
  readonly flaky: readonly boolean[]
  /** The modules of each test, joined by line feeds. */
  readonly modules: readonly string[]
}

type Name = Omit<PastTest, 'standing' | 'flaky' | 'failedModules'>

/** The last nights of a stream whose report told of tests, the latest first; a respin before its night. */
export async function pastNights(
  db: ArchiveDb,
  stream: string,
  { before, at = null, nights }: PastLook,
): Promise<readonly PastNight[]> {
  const { rows } = await sql<PastRow>`
    with stood as (
      select runs.id, runs.date, runs.due, edition.number, edition.compose
      from runs cross join lateral (
        select number, tests, compose from editions
        where run = runs.id and at <= coalesce(${at}::timestamptz, 'infinity') order by number desc limit 1) as edition
      where stream = ${stream} and due < ${before} and tests > 0 and edition.compose is not null
      order by due desc, id desc limit ${nights})
    select stood.id as run, stood.number as edition, stood.compose, stood.date, stood.due, told.*
    from stood cross join lateral (
      select array_agg(scenario) as names, array_agg(standing) as standings, array_agg(flaky) as flaky,
        array_agg(coalesce(array_to_string(failed_modules[1:50], E'\\n'), '')) as modules
      from jobs where run = stood.id and edition = stood.number and standing is not null
      having count(*) > 0) as told
    order by stood.due desc, stood.id desc`.execute(db)
  const names = await namesOf(db, stream)
  return rows.map(({ names: ids, standings, flaky, modules, ...night }) => ({
    ...night,
    tests: ids.flatMap((id, nth) => {
      const name = names.get(id)
      const standing = standings[nth]
      if (name === undefined || standing === undefined) return []
      const failedModules = (modules[nth] ?? '').split('\n').filter((module) => module !== '')
      return [{ ...name, standing, flaky: flaky[nth] ?? false, failedModules }]
    }),
  }))
}

async function namesOf(db: ArchiveDb, stream: string): Promise<ReadonlyMap<number, Name>> {
  const { rows } = await sql<Name & { id: number }>`
    select id, distri, flavor, arch, test, machine from scenarios where stream = ${stream}`.execute(db)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
