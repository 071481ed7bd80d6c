import { describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { composeOf, editionOf, runOf } from './nights.ts'
import { last, open } from './story.ts'

const run = runOf(last)
const { id: compose, url } = composeOf(run)
const respin = compose.replace(/0$/, '1')

/** An archive in which a night is open, and both composes of it were seen. */
async function opened(): Promise<NightArchive> {
  const archive = await open()
  await archive.openRun(run, run.due)
  for (const id of [compose, respin])
    await archive.seenCompose({ id, url, stream: 'rawhide', label: null, state: 'STARTED', at: run.due })
  return archive
}

/** What a stage of the night heard so many minutes after it was due. */
function hear(archive: NightArchive, stage: string, said: string, minutes: number): Promise<boolean> {
  const at = new Date(Date.parse(run.due) + minutes * 60_000).toISOString()
  return archive.heard(run, { stage, said, at })
}

/** The compose in the line of the night, and the composes whose filter finds it. */
async function told(archive: NightArchive) {
  const [line] = await archive.nights({ run: run.id })
  const found = await Promise.all(
    [compose, respin].map(async (id) => ((await archive.nights({ compose: id })).length > 0 ? [id] : [])),
  )
  return { compose: line?.compose, found: found.flat() }
}

describe('the compose of a night without a report', () => {
  test('is not known before a stage speaks of one', async () => {
    const archive = await opened()
    await hear(archive, 'find', 'no compose of this date in the listing', 2)

    expect(await told(archive)).toEqual({ compose: null, found: [] })
  })

  test('is that which it found, also while nobody answers', async () => {
    const archive = await opened()
    await hear(archive, 'find', `${compose} is there`, 2)
    expect(await told(archive)).toEqual({ compose, found: [compose] })

    await hear(archive, 'complete', `${compose}: STARTED; 3 of 41 Koji tasks open`, 9)
    expect(await told(archive)).toEqual({ compose, found: [compose] })

    await hear(archive, 'complete', 'GET https://koji.example/: timed out', 12)
    expect(await told(archive)).toEqual({ compose, found: [compose] })
  })

  test('is none while it looks for another in place of one that is dead', async () => {
    const archive = await opened()
    await hear(archive, 'complete', `${compose}: DOOMED`, 9)
    await hear(archive, 'find', 'no respin in the listing', 12)
    expect(await told(archive)).toEqual({ compose: null, found: [] })

    await hear(archive, 'find', `${respin} is there`, 15)
    expect(await told(archive)).toEqual({ compose: respin, found: [respin] })
  })

  test('is that which it claimed, whatever else its stages heard', async () => {
    const archive = await opened()
    await archive.claim(`compose/${respin}`, run.id)
    await archive.claim('restart/1', run.id)
    await hear(archive, 'find', `${compose} is there`, 2)

    expect(await told(archive)).toEqual({ compose: respin, found: [respin] })
  })

  test('is none of another stream', async () => {
    const archive = await opened()
    const other = { ...run, id: 'nightly/branched/2026-11-24', stream: 'branched' }
    await archive.heard(other, { stage: 'find', said: `${compose} is there`, at: run.due })

    expect(await archive.nights({ run: other.id })).toMatchObject([{ compose: null }])
  })
})

describe('the compose of a night that has ended', () => {
  test('is that of its report', async () => {
    const archive = await opened()
    await archive.claim(`compose/${respin}`, run.id)
    await archive.recordEdition(run, 'key/1', editionOf(run))

    expect(await told(archive)).toEqual({ compose, found: [compose] })
  })

  test('is none where it ended without one', async () => {
    const archive = await opened()
    await hear(archive, 'find', `${compose} is there`, 2)
    const end = {
      at: run.due,
      outcome: 'cancelled',
      verdict: 'unreported',
      compose: null,
      noReport: 'a typo',
    }
    await archive.closeRun(run, end)

    expect(await told(archive)).toEqual({ compose: null, found: [] })
  })
})
