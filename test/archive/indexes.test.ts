import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import { archiveReader, postgresArchive } from '../../archive/postgres-archive.ts'
import type { Database } from '../../archive/schema/database.ts'
import { emptyDatabase } from './fresh-database.ts'
import { editionOf, imageOf, runOf } from './nights.ts'
import { jobOf } from '../jobs/job-of.ts'

interface Asked {
  readonly statement: string
  readonly parameters: readonly unknown[]
}

const asked: Asked[] = []
let archive: ArchiveReader
let pool: Pool

/**
 * A thousand nights of two streams, of 40 tests each with one that always fails, made of one night by the
 * server itself.
 */
const manyNights = `
  create table night as
    select nth, stream, 'nightly/' || stream || '/' || nth as run, stream || ' compose ' || nth as compose,
      timestamptz '2026-11-24T05:15Z' - nth * interval '1 day' as due
    from generate_series(1, 1000) as nth, unnest(array['rawhide', 'branched']) as stream;
  insert into runs (id, temporal_run, stream, date, due, opened_at, closed_at, edition, compose, verdict, outcome)
    select night.run, '', night.stream, night.due, night.due, night.due, night.due, 1, night.compose,
      case when nth % 9 = 0 then 'passed' else 'broken' end, outcome from night, runs;
  insert into editions
    select night.run, number, key, night.due, outcome, verdict, night.compose, subject, 40, report from night, editions;
  insert into scenarios (stream, flavor, arch, test, machine)
    select stream, 'universal', 'x86_64', 'test_' || nth, '64bit'
    from unnest(array['rawhide', 'branched']) as stream, generate_series(1, 40) as nth;
  insert into jobs (run, edition, job, scenario, due, standing, flaky, state, result)
    select night.run, 1, nth * 1000 + scenarios.id, scenarios.id, night.due,
      case when test = 'test_1' then 'failed' else 'passed' end, scenarios.id % 7 = 0, 'done', 'passed'
    from night join scenarios using (stream) where flavor = 'universal';
  insert into composes select night.compose, night.stream, label, state, url, night.due, night.due from night, composes;
  insert into images
    select night.compose, path || copy, identity || copy, subvariant, type, format, arch, variant, disc, size
    from night, images, generate_series(1, 30) as copy;
  drop table night;
  analyze`

beforeAll(async () => {
  const url = await emptyDatabase()
  await migrate({ url })
  pool = new Pool({ connectionString: url })
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql: statement, parameters } }) => {
      asked.push({ statement, parameters })
    },
  })
  const run = runOf('2026-11-24')
  const images = [imageOf({ subvariant: 'Server' })]
  await postgresArchive(db).recordEdition(
    run,
    'a/1',
    editionOf(run, { jobs: [jobOf({ id: 1, result: 'failed' })], images }),
  )
  await sql.raw(manyNights).execute(db)
  archive = archiveReader(db)
  return () => pool.end()
})

/** The plan's steps of every statement that a question asks: `Index Scan jobs jobs_by_scenario`. */
async function stepsOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
  asked.length = 0
  await ask()
  const steps: string[] = []
  for (const { statement, parameters } of asked.slice()) {
    const { rows } = await pool.query(`explain (format json) ${statement}`, [...parameters])
    JSON.stringify(rows, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'Node Type' in value)
        steps.push(
          ['Node Type', 'Relation Name', 'Index Name']
            .flatMap((key) => (key in value ? [String(Reflect.get(value, key))] : []))
            .join(' '),
        )
      return value
    })
  }
  return steps
}

const look = { stream: 'rawhide', nights: 30 }
const told = { distri: 'fedora', flavor: 'universal', arch: 'x86_64', test: 'test_7', machine: '64bit' }
const run = 'nightly/rawhide/1'

describe('an index is used', () => {
  test.each<[string, () => Promise<unknown>, readonly string[]]>([
    ['the history of a test', () => archive.testHistory(told, look), ['runs_by_stream', 'jobs_']],
    ['the last good night', () => archive.lastGood('rawhide'), ['runs_by_stream', 'editions_']],
    ['the failing tests of a night', () => archive.failingTests(run), ['jobs_pkey', 'jobs_by_scenario']],
    ['named bugs', () => archive.namedBugs(look), ['runs_by_stream', 'jobs_pkey']],
    ['flake rates', () => archive.flakeRates(look), ['runs_by_stream', 'jobs_pkey']],
    [
      'the usual images',
      () => archive.usualImages({ ...look, nights: 20 }),
      ['runs_by_stream', 'images_pkey'],
    ],
    ['the list of nights', () => archive.nights({ stream: 'rawhide' }), ['runs_by_stream', 'editions_']],
    ['the list of nights of all streams', () => archive.nights({}), ['runs_by_due']],
    ['the composes of a stream', () => archive.composes('rawhide'), ['images_pkey', 'runs_by_compose']],
    ['the composes of all streams', () => archive.newestComposes(100), ['images_pkey', 'runs_by_compose']],
    [
      'the history of an image',
      () =>
        archive.imageHistory({ subvariant: 'Server', type: 'dvd', arch: 'x86_64' }, { ...look, nights: 90 }),
      ['runs_by_stream', 'images_pkey'],
    ],
    [
      'the nights before',
      () => archive.pastNights('rawhide', { before: '2026-11-24', nights: 30 }),
      ['runs_by_stream', 'editions_', 'jobs_pkey'],
    ],
    [
      'what is accepted for a night',
      () => archive.acceptancesOf('rawhide', { run, date: '2026-11-24' }),
      ['runs_by_stream', 'editions_'],
    ],
    [
      'nights and their times',
      () => archive.trendNights({ ...look, nights: 90 }),
      ['runs_by_stream', 'editions_'],
    ],
    ['pass rates', () => archive.archRates(look), ['runs_by_stream', 'jobs_pkey']],
    [
      'the sizes of images',
      () => archive.imageTrends({ ...look, nights: 20 }, 8),
      ['runs_by_stream', 'images_pkey'],
    ],
    ['the images of a compose', () => archive.imagesOf('rawhide compose 1'), ['images_pkey']],
    ['the tests of an edition', () => archive.resultsOf(run, 1), ['jobs_pkey']],
  ])('for %s, and no large table is read through', async (_, ask, indexes) => {
    const steps = await stepsOf(ask)

    for (const index of indexes) expect(steps.join('\n')).toContain(index)
    expect(
      steps.filter((step) => /^(?:Parallel )?Seq Scan (?:jobs|images|editions|runs)$/.test(step)),
    ).toEqual([])
  })
})
