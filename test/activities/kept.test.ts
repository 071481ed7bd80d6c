import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../activities/plan-compose.ts'
import { recallJobs, recallPlan } from '../../activities/recall.ts'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { Garbled } from '../../compose/garbled.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { parseReport } from '../../report/report-schema.ts'
import { makeReport } from '../../report/make-report.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { failed } from '../report/failed-night.ts'
import { steppedLab } from '../sources/stepped-lab.ts'

type Recalling = Pick<ArchiveReader, 'recall'>
type Recall = (archive: Recalling, ref: string) => Promise<unknown>

/** Every kind of value that a night keeps, and how it is read back. */
const kinds: readonly (readonly [string, Recall])[] = [
  ['plan', recallPlan],
  ['jobs', async (archive, ref) => (await recallJobs(archive, ref)).every],
  ['report', async (archive, ref) => parseReport(await archive.recall(ref))],
]

/** A value of each kind as the program of today keeps it. */
async function keptToday(kind: string): Promise<unknown> {
  if (kind === 'jobs') return failed.jobs.every.slice(-12)
  if (kind === 'report') return makeReport(failed)
  await using lab = await steppedLab(failures, '2026-11-24', { arches: ['x86_64'] })
  lab.at(500)
  const { images, ...plan } = await makePlan(lab.tools, 'Fedora-Rawhide-20261124.n.0')
  return { ...plan, images: images.slice(0, 5) }
}

/** Values that an earlier program kept; `NIGHTJAR_RECORD=1` records them anew. */
async function keptBefore(kind: string): Promise<string> {
  const file = new URL(`kept/${kind}.json`, import.meta.url)
  if (process.env['NIGHTJAR_RECORD'] === '1') {
    await mkdir(new URL('kept/', import.meta.url), { recursive: true })
    await writeFile(file, `${JSON.stringify(await keptToday(kind), null, 1)}\n`)
  }
  return readFile(file, 'utf8')
}

function archiveOf(text: string): Recalling {
  return { recall: async () => text }
}

/** A report of schema 1 has another form today, and says the same of the night. */
function stillSaid(kind: string, kept: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (kind !== 'report') return kept
  const same = ['run', 'title', 'edition', 'at', 'headline', 'lastAnswer', 'compose', 'stages', 'posts']
  return Object.fromEntries(Object.entries(kept).filter(([name]) => same.includes(name)))
}

describe.each(kinds)('a kept %s', (kind, recall) => {
  test('of an earlier program is read back whole', async () => {
    const text = await keptBefore(kind)

    expect(await recall(archiveOf(text), 'ref')).toMatchObject(stillSaid(kind, JSON.parse(text)))
  })

  test('of today is read back as it was', async () => {
    await using database = await freshDatabase()
    const { archive } = database
    const value = await keptToday(kind)

    expect(await recall(archive, await archive.keep(value, 'nightly/rawhide/2026-11-24'))).toEqual(value)
  })

  test.each(['', '{"compose":"Fedora-Raw', '{}', '[1]', '"text"'])(
    'that is damaged is garbled: %s',
    async (text) => {
      await expect(recall(archiveOf(text), 'ref')).rejects.toThrow(Garbled)
    },
  )
})
