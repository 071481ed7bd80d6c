import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../workers/open-archive.ts'
import { emptyDatabase } from '../archive/fresh-database.ts'
import { editionOf, runOf } from '../archive/nights.ts'
import { oldFolder } from '../archive/old-folder.ts'

const run = runOf('2026-11-24')

test('a worker brings an empty database to its level, and takes over an old folder once', async () => {
  const url = await emptyDatabase()
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-open-'))
  await oldFolder(join(folder.path, 'archive')).keep(editionOf(run)(1).report)
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
