import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { composeOf, editionOf, runOf } from './nights.ts'

const run = runOf('2026-11-24')
const at = (time: string) => `2026-11-24T${time}.000Z`

async function open() {
  const { db } = await freshArchive()
  return postgresArchive(db)
}

describe('a run', () => {
  test('is filed once, with the time of the first call', async () => {
    const archive = await open()

    await archive.openRun(run, at('05:15:00'))
    await archive.openRun(run, at('05:16:00'))

    expect(await archive.nights()).toEqual([
      {
        run: run.id,
        temporalRun: run.temporalRun,
        stream: 'rawhide',
        date: '2026-11-24',
        due: at('05:15:00'),
        compose: null,
        outcome: null,
        verdict: null,
        openedAt: at('05:15:00'),
        closedAt: null,
        noReport: null,
        edition: null,
        reportedAt: null,
        subject: null,
        tests: null,
        heard: null,
      },
    ])
  })

  test('says how it ended, also without a report, and keeps saying it when a late act opens it again', async () => {
    const archive = await open()
    const end = {
      at: at('06:00:00'),
      outcome: 'cancelled',
      verdict: 'unknown',
      compose: null,
      noReport: 'a person cancelled it',
    }

    await archive.closeRun(run, end)
    await archive.closeRun(run, { ...end, at: at('07:00:00'), noReport: null })
    await archive.openRun(run, at('08:00:00'))

    expect(await archive.nights()).toMatchObject([
      {
        closedAt: at('06:00:00'),
        noReport: 'a person cancelled it',
        outcome: 'cancelled',
        verdict: 'unknown',
      },
    ])
  })

  test('is open again when a new Temporal run takes the night over', async () => {
    const archive = await open()
    await archive.closeRun(run, {
      at: at('06:00:00'),
      outcome: 'cancelled',
      verdict: 'unknown',
      compose: null,
      noReport: 'a person cancelled it',
    })

    await archive.openRun({ ...run, temporalRun: 'another' }, at('07:00:00'))

    expect(await archive.nights()).toMatchObject([{ temporalRun: 'another', closedAt: null, noReport: null }])
  })

  test('may have no date', async () => {
    const archive = await open()

    await archive.openRun({ ...run, id: 'release/44_RC-1.2', date: null }, at('05:15:00'))

    expect(await archive.nights()).toMatchObject([{ run: 'release/44_RC-1.2', date: null }])
  })
})

describe('what is heard', () => {
  test('is written down at most once a minute a night, whichever stage heard it', async () => {
    const archive = await open()

    expect(await archive.heard(run, { stage: 'find', said: 'nothing yet', at: at('05:15:00') })).toBe(true)
    expect(await archive.heard(run, { stage: 'find', said: 'too soon', at: at('05:15:59') })).toBe(false)
    expect(await archive.heard(run, { stage: 'complete', said: 'STARTED', at: at('05:16:00') })).toBe(true)
    expect(await archive.heard(run, { stage: 'complete', said: 'FINISHED', at: at('05:17:30') })).toBe(true)

    expect((await archive.night(run.id))?.heard).toEqual([
      { stage: 'complete', said: 'FINISHED', at: at('05:17:30') },
      { stage: 'find', said: 'nothing yet', at: at('05:15:00') },
    ])
    expect(await archive.nights()).toMatchObject([{ heard: { stage: 'complete', said: 'FINISHED' } }])
  })

  test('is written down once by workers that hear it at the same moment', async () => {
    const archive = await open()
    const what = { stage: 'await', said: '3 of 41 jobs done', at: at('08:00:00') }

    const wrote = await Promise.all(Array.from({ length: 8 }, () => archive.heard(run, what)))

    expect(wrote.filter(Boolean)).toHaveLength(1)
  })

  test('is heard of one night whatever others hear', async () => {
    const archive = await open()
    const what = { stage: 'find', said: 'nothing yet', at: at('05:15:00') }

    expect(await archive.heard(run, what)).toBe(true)
    expect(await archive.heard(runOf('2026-11-24', 'branched'), what)).toBe(true)
  })

  test('may hold what PostgreSQL cannot', async () => {
    const archive = await open()

    await archive.heard(run, { stage: 'find', said: 'nul \u0000 half \uD800', at: at('05:15:00') })

    expect((await archive.night(run.id))?.heard).toMatchObject([{ said: 'nul \uFFFD half \uFFFD' }])
  })
})

describe('a compose', () => {
  const seen = { ...composeOf(run), stream: 'rawhide', label: null, state: 'STARTED', at: at('05:20:00') }

  test('is known from its first look to its last, as it was seen last', async () => {
    const archive = await open()

    await archive.seenCompose(seen)
    await archive.seenCompose({ ...seen, state: 'FINISHED', at: at('07:00:00') })
    await archive.seenCompose({ ...seen, state: 'STARTED', label: 'Beta-1.1', at: at('06:00:00') })
    await archive.seenCompose({ ...seen, state: 'STARTED', at: at('05:00:00') })

    expect(await archive.composes('rawhide')).toEqual([
      {
        id: seen.id,
        stream: 'rawhide',
        label: 'Beta-1.1',
        state: 'FINISHED',
        url: seen.url,
        firstSeen: at('05:00:00'),
        lastSeen: at('07:00:00'),
        images: 0,
        run: null,
        verdict: null,
      },
    ])
    expect(await archive.composes('branched')).toEqual([])
  })

  test('says which run tested it', async () => {
    const archive = await open()
    await archive.recordEdition(run, 'key', editionOf(run))

    expect(await archive.composes('rawhide')).toMatchObject([
      { id: seen.id, run: run.id, verdict: 'passed', state: 'FINISHED' },
    ])
  })
})
