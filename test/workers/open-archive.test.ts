import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../workers/open-archive.ts'
import { emptyDatabase } from '../archive/fresh-database.ts'
import { runOf } from '../archive/nights.ts'
import { oldFolder } from '../archive/old-folder.ts'
import { oldReport } from '../archive/old-report.ts'
import { jobOf } from '../jobs/job-of.ts'

const run = runOf('2026-11-24')

test('a worker brings an empty database to its level, and takes over an old folder once', async () => {
  const url = await emptyDatabase()
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-open-'))
  await oldFolder(join(folder.path, 'archive')).keep(
    oldReport(run, [jobOf({ id: 1 })], { edition: 1, verdict: 'passed' }),
  )
  const said: string[] = []
  const old = { folder: folder.path, say: (line: string) => void said.push(line) }

  {
    await using first = await openArchive(url, old)
    expect(await first.archive.nights()).toMatchObject([{ run: run.id, edition: 1 }])
  }
  await using second = await openArchive(url, old)

  expect(await second.archive.nights()).toHaveLength(1)
  expect(said).toEqual([
    `archive: took over 1 reports, 1 values and 0 claims from ${join(folder.path, 'archive')}`,
  ])
})
