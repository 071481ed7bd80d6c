import { describe, expect, test } from 'vitest'
import type { SeenCompose } from '../../archive/nights/seen-compose.ts'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import { editionOf, imageOf, runOf } from './nights.ts'
import { daysBefore, last, open, place } from './story.ts'

const look = { stream: 'rawhide', nights: 90 }
const kde = { subvariant: 'KDE', type: 'dvd', arch: 'x86_64' }
const gone: ExplainedImage = {
  ...kde,
  blocking: true,
  why: 'it may not be missing',
  koji: {
    task: 130_123_456,
    method: 'livemedia',
    state: 'FAILED',
    url: 'https://koji/130123456',
    fault: 'no',
  },
}

/** Nights with KDE, without any image, with KDE in another spelling, and with KDE missing. */
async function threeNights() {
  const archive = await open()
  const nights = [
    { images: [imageOf({ subvariant: 'Server' })], missing: [gone] },
    { images: [imageOf({ subvariant: 'KDE_Appliance', size: 5 })], missing: [] },
    { images: [], missing: [gone] },
    {
      images: [imageOf({ subvariant: 'kde', size: 4 }), imageOf({ subvariant: 'KDE', path: 'a', size: 3 })],
      missing: [],
    },
  ]
  for (const [days, { images, missing }] of nights.entries()) {
    const run = runOf(daysBefore(days))
    const facts = { images: { expected: 2, missing } }
    await archive.recordEdition(run, 'key/1', editionOf(run, { images, facts }))
  }
  return archive
}

describe('the history of an image', () => {
  test('has its size, or what the report said of it, on each night whose images are known', async () => {
    const archive = await threeNights()

    expect(await archive.imageHistory(kde, look)).toEqual([
      { ...place(0), size: null, missing: gone },
      { ...place(1), size: 5, missing: null },
      { ...place(3), size: 4, missing: null },
    ])
  })

  test('looks back on so many nights, and from a moment', async () => {
    const archive = await threeNights()

    expect(await archive.imageHistory(kde, { ...look, nights: 1 })).toMatchObject([{ size: null }])
    expect(await archive.imageHistory(kde, { ...look, before: runOf(daysBefore(1)).due })).toMatchObject([
      { size: 4 },
    ])
    expect(await archive.imageHistory(kde, { ...look, stream: 'branched' })).toEqual([])
  })
})

test('the images that an edition misses can be asked for', async () => {
  const archive = await threeNights()

  expect(await archive.missingOf(runOf(last).id, 1)).toEqual([gone])
  expect(await archive.missingOf(runOf(daysBefore(1)).id, 1)).toEqual([])
})

describe('composes', () => {
  test('of all streams come newest first, and each knows those beside it in its stream', async () => {
    const archive = await open()
    await archive.seenCompose(seen('r1', 'rawhide', '2026-11-20T05:00:00.000Z'))
    await archive.seenCompose(seen('b1', 'branched', '2026-11-21T05:00:00.000Z'))
    await archive.seenCompose(seen('r3', 'rawhide', '2026-11-22T05:00:00.000Z'))
    await archive.seenCompose(seen('r2', 'rawhide', '2026-11-22T05:00:00.000Z'))
    const beside = async (id: string) => {
      const line = await archive.compose(id)
      return line && (await archive.composesBeside(line))
    }

    expect((await archive.newestComposes(3)).map(({ id }) => id)).toEqual(['r3', 'r2', 'b1'])
    expect(await beside('r1')).toEqual({ previous: null, next: 'r2' })
    expect(await beside('r2')).toEqual({ previous: 'r1', next: 'r3' })
    expect(await beside('r3')).toEqual({ previous: 'r2', next: null })
  })
})

test('a compose of an earlier date that was seen later is not the newest', async () => {
  const archive = await open()
  const [old, later, respin] = [
    'Fedora-Rawhide-20261119.n.0',
    'Fedora-Rawhide-20261120.n.9',
    'Fedora-Rawhide-20261120.n.10',
  ]
  await archive.seenCompose(seen(later, 'rawhide', '2026-11-20T05:00:00.000Z'))
  await archive.seenCompose(seen(respin, 'rawhide', '2026-11-20T15:00:00.000Z'))
  await archive.seenCompose(seen(old, 'rawhide', '2026-11-22T05:00:00.000Z'))
  const line = await archive.compose(later)

  expect((await archive.composes('rawhide')).map(({ id }) => id)).toEqual([respin, later, old])
  expect((await archive.newestComposes(1)).map(({ id }) => id)).toEqual([respin])
  expect(line && (await archive.composesBeside(line))).toEqual({ previous: old, next: respin })
})

/** A compose that a look saw. */
function seen(id: string, stream: string, at: string): SeenCompose {
  return { id, stream, at, label: null, state: 'STARTED', url: `https://kojipkgs/${id}` }
}
