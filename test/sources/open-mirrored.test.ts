import { expect, test } from 'vitest'
import { z } from 'zod'
import { composeTree } from '../../clients/compose-tree.ts'
import { parseComposeName } from '../../compose/naming/compose-name.ts'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'
import { fedoraSites } from '../../compose/places/sites.ts'
import type { ComposeSource } from '../../sources/compose-tools.ts'
import { openMirrored } from '../../sources/open-mirrored.ts'
import { stubServer } from '../clients/stub-server.ts'
import { realComposes } from '../compose/real-composes.ts'
import { recordedTable } from '../recorded/read.ts'

const row = z.object({ list: z.string(), size: z.string(), path: z.string() })
const lists = Map.groupBy(recordedTable('imagelists.tsv', row), ({ list }) => list)

/** The recorded list of a tree of the mirrors (`fedora.2026`), as the mirrors write it. */
function listOf(name: string): string {
  const lines = (lists.get(name) ?? []).map(({ size, path }) => `${size && `${size} `}./${path}\n`)
  return lines.join('')
}

const mirror = (year: number) => ({
  '/pub/fedora/imagelist-fedora': listOf(`fedora.${year}`),
  '/pub/archive/imagelist-archive': listOf(`archive.${year}`),
  '/pub/alt/imagelist-alt': listOf(`alt.${year}`),
})

/** The mirrors of a year, with other files of Fedora's servers. */
async function opened(name: string, year: number, files: Readonly<Record<string, string>> = {}) {
  const there: Readonly<Record<string, string>> = { ...mirror(year), ...files }
  await using server = await stubServer((response, { target }) =>
    Object.hasOwn(there, target) ? response.end(there[target]) : response.writeHead(404).end(),
  )
  const source: ComposeSource = {
    tree: composeTree({ allowedHosts: [new URL(server.url).host] }),
    sites: { ...fedoraSites, composes: [`${server.url}/compose`], mirror: [`${server.url}/pub`] },
    lines: builtInLines,
    releases: `${server.url}/releases.json`,
  }
  const compose = await openMirrored(source, parseComposeName(name))
  return { ...compose, url: server.url, asked: server.arrived.map(({ target }) => target) }
}

const made = 'Fedora-40-20240414.0'
const seriesOf40 = { '/compose/metadata-archive/series/Fedora-40': `${made} RC-1.14\n` }
const text = realComposes.find(({ id }) => id === made)?.text ?? ''
const metadata = { [`/compose/metadata-archive/2024/${made}/images.json`]: text }

test('a release is the compose with the label in the names of its images, with the sizes of its metadata', async () => {
  const { compose, id, label, images, tree, url } = await opened('40', 2026, { ...seriesOf40, ...metadata })

  expect({ compose, label, respin: id?.respin }).toEqual({ compose: made, label: 'RC-1.14', respin: 0 })
  const dvd = images.find(({ path }) => path.endsWith('Fedora-Server-dvd-x86_64-40-1.14.iso'))
  expect(dvd).toMatchObject({ size: 2_612_854_784, subvariant: 'Server', type: 'dvd' })
  expect(dvd?.url).toBe(`${tree}/${dvd?.path}`)
  expect(tree).toBe(`${url}/pub/archive/fedora/linux/releases/40`)
  expect(images.filter(({ size }) => size === 0)).toEqual([])
})

test('without metadata a release keeps its label and id, and its sizes are not known', async () => {
  const { compose, label, images } = await opened('40', 2026, seriesOf40)

  expect({ compose, label }).toEqual({ compose: made, label: 'RC-1.14' })
  expect(new Set(images.map(({ size }) => size))).toEqual(new Set([0]))
})

test('a release that no series names has a made-up id', async () => {
  const { compose, label } = await opened('41', 2026)

  expect({ compose, label }).toEqual({ compose: 'Fedora-41-19700101.0', label: 'RC-1.4' })
})

test('a Beta is the compose with its label', async () => {
  const series = { '/compose/metadata-archive/series/Fedora-25': 'Fedora-25-20161005.0 Beta-1.1\n' }

  const { compose, label, images } = await opened('25_Beta', 2017, series)

  expect({ compose, label }).toEqual({ compose: 'Fedora-25-20161005.0', label: 'Beta-1.1' })
  expect(images.length).toBeGreaterThan(20)
})

test('a release before 24 has no label, and no series is asked for', async () => {
  const { compose, label, asked } = await opened('23', 2026)

  expect({ compose, label }).toEqual({ compose: 'Fedora-23-19700101.0', label: null })
  expect(asked.filter((path) => path.includes('series'))).toEqual([])
})

/** The numbers are those of fedfind 6.1.4 for the same lists. */
test.each([
  ['15', 11],
  ['40', 69],
  ['41', 75],
  ['43', 84],
  ['9', 37],
])(
  'release %s has each image once, without the boot.iso that are links to installers',
  async (name, count) => {
    const { images } = await opened(name, 2026)

    expect(images.filter(({ path }) => path.endsWith('/boot.iso'))).toEqual([])
    expect(images).toHaveLength(count)
  },
)

test('release 8 keeps its boot.iso, which are images of their own', async () => {
  const { images } = await opened('8', 2026)

  expect(images.filter(({ path }) => path.endsWith('/boot.iso'))).not.toEqual([])
})
