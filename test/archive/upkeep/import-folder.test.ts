import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFolder } from '../../../archive/old-folder/import-folder.ts'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { keptPlan } from '../../jobs/kept-plan.ts'
import { everything } from '../filled.ts'
import { freshArchive } from '../fresh-database.ts'
import { oldFolder } from '../old-folder.ts'
import { oldReport } from '../old-report.ts'
import { composeOf, editionOf, imageOf, runOf } from '../nights.ts'

const run = runOf('2026-11-24')
const at = '2026-11-25T00:00:00.000Z'
const compose = composeOf(run).id

async function open() {
  const { db } = await freshArchive()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-old-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { db, archive: postgresArchive(db), folder, old: oldFolder(folder) }
}

const partial = [jobOf({ id: 1, state: 'running', result: 'none' }), jobOf({ id: 2, test: 'b' })]
const whole = [
  jobOf({ id: 1, result: 'failed' }),
  jobOf({ id: 2, test: 'b' }),
  jobOf({ id: 3, test: 'c', result: 'failed', cloneId: 4 }),
  jobOf({ id: 4, test: 'c', result: 'softfailed' }),
]

/**
 * A night as the folder has it: a plan, lists of jobs, two editions of schema 1, the second also as a
 * document, and two claims.
 */
async function oldNight({ old }: Awaited<ReturnType<typeof open>>) {
  await old.keep({
    ...keptPlan(compose, []),
    images: [{ ...imageOf({ subvariant: 'KDE' }), url: 'https://x' }],
  })
  for (const jobs of [[], partial, whole]) await old.keep(jobs)
  const first = oldReport(run, partial, { edition: 1, verdict: 'unknown', unknownCause: 'unfinished' })
  const second = oldReport(run, whole, { edition: 2, verdict: 'failed', bugs: { 1: ['brc#1'] } })
  await old.keep(first)
  const ref = await old.keep(second)
  await old.publish(`${run.id}.json`, JSON.stringify(second))
  await old.claim(`compose/${compose}`, run.id)
  await old.claim('sent/<a@b>', ref)
  return { first, second, ref }
}

describe('an old folder', () => {
  test('is taken over: its values, claims, and each edition with its jobs and images', async () => {
    const here = await open()
    const { db, archive, folder } = here
    const { first, second, ref } = await oldNight(here)

    const imported = await importFolder(db, folder, at)

    expect(imported).toEqual({ values: 6, claims: 2, editions: 2, skipped: [] })
    expect(JSON.parse(await archive.recall(ref))).toEqual(second)
    expect(await archive.claimed(`compose/${compose}`)).toBe(run.id)
    expect(await archive.claimed('sent/<a@b>')).toBe(ref)
    expect(JSON.parse((await archive.reportOf(run.id, 1)) ?? '')).toEqual(parseReport(JSON.stringify(first)))
    expect(await archive.editionsOf(run.id)).toMatchObject([
      { number: 1, outcome: 'unfinished-tests', tests: 2 },
      { number: 2, outcome: 'tested', verdict: 'broken', tests: 3 },
    ])
    expect(await archive.resultsOf(run.id, 1)).toMatchObject([
      { standing: 'passed' },
      { standing: 'unfinished' },
    ])
    expect(await archive.resultsOf(run.id, 2)).toMatchObject([
      { test: 'b', standing: 'passed' },
      { test: 'c', standing: 'softfailed', flaky: true },
      { test: 'install_default', standing: 'failed', bugs: ['brc#1'] },
    ])
    expect(await archive.usualImages({ stream: 'rawhide', nights: 20 })).toMatchObject([
      { subvariant: 'KDE', seen: 1 },
    ])
    expect(await archive.pastNights('rawhide', { before: '2026-11-25', nights: 1 })).toMatchObject([
      { run: run.id, edition: 2, tests: expect.objectContaining({ length: 3 }) },
    ])
    expect(await archive.nights()).toMatchObject([
      { run: run.id, due: run.due, closedAt: second.at, edition: 2 },
    ])
  })

  test('is taken over once', async () => {
    const here = await open()
    await oldNight(here)
    await importFolder(here.db, here.folder, at)
    const before = await everything(here.db)
    await here.old.claim('compose/later', 'x')

    expect(await importFolder(here.db, here.folder, at)).toBeNull()
    expect(await everything(here.db)).toEqual(before)
  })

  test('is taken over once by workers that start at the same moment', async () => {
    const here = await open()
    await oldNight(here)
    const { db: other } = await freshArchive()
    await importFolder(other, here.folder, at)

    await Promise.all(Array.from({ length: 4 }, () => importFolder(here.db, here.folder, at)))

    // The ids of scenarios differ.
    const same = { ...(await everything(other)), scenarios: expect.anything(), jobs: expect.anything() }
    expect(await everything(here.db)).toEqual(same)
    expect((await everything(here.db))['jobs']).toHaveLength(6)
  })

  test('is taken over but for what is damaged, which is told of', async () => {
    const here = await open()
    const { db, archive, folder } = here
    const { ref } = await oldNight(here)
    await writeFile(join(folder, 'values', `${ref}.json`), '{"schema":1,"run":')
    await writeFile(join(folder, 'values', `${'0'.repeat(64)}.json.1234.draft`), 'half')
    await writeFile(join(folder, 'documents/nightly/rawhide/2026-11-24.json'), '\0'.repeat(4096))
    await writeFile(
      join(folder, 'documents/nightly/rawhide/2026-11-23.json'),
      '{"schema":1,"run":"x","edition":1}',
    )
    await writeFile(join(folder, 'documents/nightly/rawhide/2026-11-22.json'), '{"schema":7}')
    await writeFile(join(folder, 'claims/compose%2Fempty'), '')
    await writeFile(join(folder, 'claims/compose%2Fzeros'), '\0\0\0')
    await writeFile(join(folder, 'claims/%FF'), 'x')

    const imported = await importFolder(db, folder, at)

    expect(imported).toMatchObject({ values: 5, claims: 2, editions: 1 })
    expect(imported?.skipped.map(({ path, why }) => `${path}: ${why}`)).toEqual([
      'documents/nightly/rawhide/2026-11-22.json: it is no report of schema 1',
      'documents/nightly/rawhide/2026-11-24.json: it is no JSON',
      `values/${ref}.json: it is damaged: its name is not the hash of what is in it`,
      'claims/%FF: it is empty or damaged: nobody owns the claim',
      'claims/compose%2Fempty: it is empty or damaged: nobody owns the claim',
      'claims/compose%2Fzeros: it is empty or damaged: nobody owns the claim',
      expect.stringMatching(/^documents\/nightly\/rawhide\/2026-11-23\.json: expected a report of Nightjar/),
    ])
    expect(await archive.editionsOf(run.id)).toMatchObject([{ number: 1 }])
    expect(await archive.claimed('compose/empty')).toBeNull()
  })

  test('may not be there', async () => {
    const { db, folder } = await open()

    expect(await importFolder(db, join(folder, 'nowhere'), at)).toBeNull()
  })

  test('may have nothing in it', async () => {
    const { db, folder } = await open()
    await mkdir(join(folder, 'values'))

    expect(await importFolder(db, folder, at)).toEqual({ values: 0, claims: 0, editions: 0, skipped: [] })
  })

  test('leaves a night that is under way to itself: its next edition has the next number', async () => {
    const here = await open()
    await oldNight(here)
    await importFolder(here.db, here.folder, at)

    await here.archive.openRun(run, '2026-11-25T01:00:00.000Z')
    const { number } = await here.archive.recordEdition(run, `${run.temporalRun}/3`, editionOf(run))

    expect(number).toBe(3)
    expect(await here.archive.nights()).toMatchObject([
      { temporalRun: run.temporalRun, closedAt: null, edition: 3 },
    ])
  })
})
