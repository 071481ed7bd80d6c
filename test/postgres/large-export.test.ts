import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshArchive } from '../archive/fresh-database.ts'

test('an export and its import of 100 MB need no more than 64 MB of heap', async () => {
  const { db, url } = await freshArchive()
  const { url: other } = await freshArchive()
  await sql`
    insert into stored_values (hash, content, kept_at)
    select lpad(nth::text, 64, '0'), repeat('x', 1000000), now() from generate_series(1, 100) as nth`.execute(
    db,
  )

  const copied = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', 'test/postgres/copy-archive.ts', url, other],
    { encoding: 'utf8' },
  )

  expect(copied).toMatchObject({ status: 0, stdout: expect.stringContaining('"stored_values":100') })
})
