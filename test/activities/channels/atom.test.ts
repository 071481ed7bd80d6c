import { mkdtempDisposable, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atomChannel } from '../../../activities/channels/atom.ts'
import type { Message } from '../../../activities/channels/channel.ts'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { makeReport } from '../../../report/make-report.ts'
import { freshArchive } from '../../archive/fresh-database.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { failureOf } from '../../clients/failure-of.ts'
import { green } from '../../report/green-night.ts'

async function set() {
  const { db } = await freshArchive()
  const archive = postgresArchive(db)
  const folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-atom-'))
  const channel = atomChannel({ folder: folder.path, domain: 'nightjar.example.org' })
  const record = async (date: string): Promise<Message> => {
    const run = runOf(date)
    const { report } = await archive.recordEdition(run, 'a/1', editionOf(run))
    return { id: date, report, archive, signal: new AbortController().signal }
  }
  const idsIn = async (name: string) =>
    [...(await readFile(join(folder.path, name), 'utf8')).matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)
  return { archive, channel, folder, idsIn, record, [Symbol.asyncDispose]: () => folder.remove() }
}

const tag = (date: string) => `tag:nightjar.example.org,2026:nightly/rawhide/${date}/1`

test('an edition is in the feed of its stream and in that of all, the newest first', async () => {
  await using here = await set()

  const said = await here.channel.send(await here.record('2026-11-23'))
  await here.channel.send(await here.record('2026-11-24'))

  expect(said).toBe('it is in all.atom and rawhide.atom')
  expect((await readdir(here.folder.path)).toSorted()).toEqual(['all.atom', 'rawhide.atom'])
  for (const name of ['all', 'rawhide'])
    expect(await here.idsIn(`${name}.atom`)).toEqual([
      `tag:nightjar.example.org,2026:feed/${name}`,
      tag('2026-11-24'),
      tag('2026-11-23'),
    ])
})

test('a repeat changes nothing', async () => {
  await using here = await set()
  const message = await here.record('2026-11-23')
  const file = join(here.folder.path, 'all.atom')

  await here.channel.send(message)
  const before = await readFile(file, 'utf8')
  await here.channel.send(message)

  expect(await readFile(file, 'utf8')).toBe(before)
})

test('whoever asked the archive before another edition and writes after it loses none', async () => {
  await using here = await set()
  const first = await here.record('2026-11-23')
  const { promise: goOn, resolve } = Promise.withResolvers<void>()
  let isHeld = true
  const slow: Message['archive'] = {
    ...here.archive,
    async newestEditions(look) {
      const read = await here.archive.newestEditions(look)
      if (isHeld) await goOn
      isHeld = false
      return read
    },
  }

  const late = here.channel.send({ ...first, archive: slow })
  await here.channel.send(await here.record('2026-11-24'))
  resolve()
  await late

  expect((await here.idsIn('all.atom')).slice(1)).toEqual([tag('2026-11-24'), tag('2026-11-23')])
})

test('twelve editions at once are all in the feeds', async () => {
  await using here = await set()
  const dates = Array.from({ length: 12 }, (_, nth) => `2026-11-${String(10 + nth)}`)

  await Promise.all(dates.map(async (date) => here.channel.send(await here.record(date))))

  expect((await here.idsIn('all.atom')).slice(1)).toEqual(dates.map(tag).toReversed())
  expect((await readdir(here.folder.path)).toSorted()).toEqual(['all.atom', 'rawhide.atom'])
})

test('an edition that the archive does not have yet, and a folder that is not there, wait', async () => {
  await using here = await set()
  const message = await here.record('2026-11-23')
  const unrecorded = {
    ...message,
    report: makeReport({ ...green, workflowId: 'nightly/rawhide/2026-11-29' }),
  }

  expect((await failureOf(here.channel.send(unrecorded))).message).toContain('does not have this edition yet')
  expect(await here.channel.examine()).toContain('can be written')
  await rm(here.folder.path, { recursive: true })
  expect(await failureOf(here.channel.send(message))).toMatchObject({ kind: 'garbled' })
  expect(await failureOf(here.channel.examine())).toMatchObject({ kind: 'garbled' })
})
