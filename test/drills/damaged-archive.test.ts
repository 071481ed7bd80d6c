import { sql } from 'kysely'
import { describe, test } from 'vitest'
import { archiveTables } from '../../archive/schema/archive-tables.ts'
import { nightId } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import { freshDatabase, type FreshDatabase } from '../archive/fresh-database.ts'
import { productsOf } from '../night/products.ts'
import { bringTo, endSlowNight, slow } from '../night/slow-night.ts'
import { setStage, withWorker } from '../night/stage.ts'
import { soon } from '../night/unhurried.ts'

type Damage = (db: FreshDatabase['db']) => Promise<unknown>

/** Halves every value that the archive has, and every one that it gets. */
const cut: Damage = async (db) => {
  await sql`update stored_values set content = left(content, length(content) / 2)`.execute(db)
  await sql`create function cut() returns trigger language plpgsql as $$
    begin new.content := left(new.content, length(new.content) / 2); return new; end $$`.execute(db)
  await sql`create trigger cut before insert or update on stored_values for each row execute function cut()`.execute(
    db,
  )
}

/** Deletes every value, and every one that comes. */
const gone: Damage = async (db) => {
  await sql`delete from value_uses`.execute(db)
  await sql`delete from stored_values`.execute(db)
  await sql`create function vanish() returns trigger language plpgsql as $$
    begin delete from stored_values; return null; end $$`.execute(db)
  await sql`create trigger vanish after insert on stored_values for each statement execute function vanish()`.execute(
    db,
  )
}

/** Refuses every write, as PostgreSQL does where its disk is full. */
const full: Damage = async (db) => {
  await sql`create function full_disk() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
    db,
  )
  for (const { name } of archiveTables) {
    await sql`create trigger full_disk before insert or update on ${sql.table(name)} execute function full_disk()`.execute(
      db,
    )
  }
}

function keptValues({ db }: FreshDatabase) {
  return db.selectFrom('stored_values').select('hash').execute()
}

/** In the stage schedule the plan is kept and openQA takes no post yet; in await every post is made. */
const drills = [
  {
    what: 'has every value cut',
    damage: cut,
    name: 'schedule',
    date: '2026-11-01',
    verdict: 'unknown',
    posts: 0,
  },
  {
    what: 'has every value cut',
    damage: cut,
    name: 'await',
    date: '2026-11-02',
    verdict: 'broken',
    posts: 10,
  },
  {
    what: 'loses every value',
    damage: gone,
    name: 'schedule',
    date: '2026-11-03',
    verdict: 'unknown',
    posts: 0,
  },
  {
    what: 'loses every value',
    damage: gone,
    name: 'await',
    date: '2026-11-04',
    verdict: 'broken',
    posts: 10,
  },
  { what: 'is full', damage: full, name: 'schedule', date: '2026-11-05', verdict: 'broken', posts: 10 },
  { what: 'is full', damage: full, name: 'await', date: '2026-11-06', verdict: 'broken', posts: 10 },
] as const

describe.concurrent('a night whose archive', () => {
  test.for(drills)(
    '$what from the stage $name on ends in one report and one mail',
    async (drill, { expect }) => {
      const { damage, name, date, verdict, posts } = drill
      const database = await freshDatabase()
      await using stage = await setStage(slow, date, { database })
      const { client, settings, lab } = stage
      const night = { stream: 'rawhide', date } as const
      const workflowId = nightId(night)
      const patience = { ...settings.patience, await: soon, watch: soon, callMs: 10_000, deliverMs: 60_000 }

      const result = await withWorker(stage, async () => {
        await startNight(client, { night, patience, taskQueue: settings.task_queue })
        await bringTo(stage, workflowId, name)
        await expect.poll(async () => (await keptValues(database)).length).toBeGreaterThan(0)
        await damage(database.db)
        return await endSlowNight(stage, workflowId)
      })

      expect(result).toMatchObject({ verdict })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toContain(result.subject)
      expect(lab.inbox.deliveries()).toHaveLength(lab.inbox.mails().length)
      const products = productsOf(lab)
      expect(products).toHaveLength(posts)
      expect(products).toEqual([...new Set(products)])
    },
  )
})
