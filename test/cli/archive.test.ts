import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { exported } from '../archive/exported.ts'
import { fill } from '../archive/filled.ts'
import { freshDatabase, type FreshDatabase } from '../archive/fresh-database.ts'
import { configFile } from '../config-file.ts'
import { printed } from './json/printed.ts'
import { nightjar } from './nightjar.ts'

function configOf({ url }: FreshDatabase) {
  return configFile(`[archive]\nurl = "${url}"\nheard_days = 1\n`)
}

test('what is exported and imported is the same archive, also where a text has strange line ends', async () => {
  await using from = await freshDatabase()
  await using to = await freshDatabase()
  await using config = await configOf(from)
  await using other = await configOf(to)
  await fill(from.db)
  await sql`update heard set said = ${'a\u2028b\u2029c\rd'}`.execute(from.db)
  const file = join(config.folder, 'nights.jsonl')

  const written = await nightjar('archive', 'export', '--config', config.file)
  await writeFile(file, written.stdout)
  const read = await nightjar('archive', 'import', file, '--config', other.file)
  const again = await nightjar('archive', 'import', file, '--json', '--config', other.file)

  expect(written).toMatchObject({ code: 0, stderr: '' })
  expect(read).toMatchObject({ code: 0, stdout: expect.stringMatching(/^imported \d+ rows, 1 nights/) })
  expect(printed('nightjar/archive-import/1', again.stdout)).toMatchObject({ rows: { runs: 0 } })
  expect(await exported(to.db)).toEqual(await exported(from.db))
})

test('an export that is cut off is not imported, exit code 1', async () => {
  await using database = await freshDatabase()
  await using config = await configOf(database)
  const file = join(config.folder, 'half.jsonl')
  await writeFile(file, '{"archive":"nightjar","level":1}\n')

  const { code, stderr } = await nightjar('archive', 'import', file, '--config', config.file)

  expect(code).toBe(1)
  expect(stderr).toContain('the export is cut off: its last line is missing (nothing was imported)')
})

test('what is older than the configuration says is pruned', async () => {
  await using database = await freshDatabase()
  await using config = await configOf(database)
  await fill(database.db)
  await sql`update runs set due = now() - interval '2 days', closed_at = now()`.execute(database.db)

  const { code, stdout } = await nightjar('archive', 'prune', '--json', '--config', config.file)

  expect(code).toBe(0)
  expect(printed('nightjar/archive-prune/1', stdout)).toMatchObject({ values: 0, jobs: 0, heard: 1 })
})
