import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { imagesOf, index, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const series = '/compose/metadata-archive/series/Fedora-rawhide'
const tree = '/compose/rawhide/Fedora-Rawhide-20261121.n.0/compose/'

test('the line before in the series is the previous compose, and its tree is asked for once', async () => {
  await using fedora = await smallFedora({
    [series]: 'Fedora-Rawhide-20261120.n.2\nFedora-Rawhide-20261121.n.0\n',
    [tree]: index('metadata'),
  })

  const { code, stdout } = await nightjar('previous', id, ...fedora.config)

  expect(stdout).toBe(`Fedora-Rawhide-20261121.n.0\n${fedora.server.url}${tree.slice(0, -1)}\n`)
  expect(code).toBe(0)
  expect(fedora.asked()).toEqual([series, tree])
})

test('a previous compose that was deleted has no URL', async () => {
  await using fedora = await smallFedora({ [series]: 'Fedora-Rawhide-20261121.n.0\n' })

  const data = await nightjar('previous', id, '--json', ...fedora.config)
  const words = await nightjar('previous', id, ...fedora.config)

  expect(printed('nightjar/previous/1', data.stdout)).toMatchObject({
    compose: id,
    previous: 'Fedora-Rawhide-20261121.n.0',
    url: null,
  })
  expect(words).toMatchObject({ code: 0, stdout: 'Fedora-Rawhide-20261121.n.0\n(its tree is gone)\n' })
})

test('without a series the listing is walked back to the last that finished', async () => {
  const folder = '/compose/rawhide/'
  await using fedora = await smallFedora({
    [folder]: index(
      'Fedora-Rawhide-20261120.n.0',
      'Fedora-Rawhide-20261121.n.0',
      'Fedora-Rawhide-20261122.n.0',
      id,
    ),
    [`${folder}Fedora-Rawhide-20261120.n.0/STATUS`]: 'FINISHED\n',
    [`${folder}Fedora-Rawhide-20261121.n.0/STATUS`]: 'FINISHED_INCOMPLETE\n',
    [`${folder}Fedora-Rawhide-20261122.n.0/STATUS`]: 'DOOMED\n',
  })

  const { stdout } = await nightjar('previous', id, '--json', ...fedora.config)

  expect(printed('nightjar/previous/1', stdout)).toMatchObject({
    compose: id,
    previous: 'Fedora-Rawhide-20261121.n.0',
  })
  expect(fedora.asked()).toHaveLength(5)
})

test('the first compose of a line has none before it', async () => {
  await using fedora = await smallFedora({ [series]: `${id}\n` })

  const { code, stdout } = await nightjar('previous', id, '--json', ...fedora.config)

  expect(printed('nightjar/previous/1', stdout)).toMatchObject({ compose: id, previous: null, url: null })
  expect(code).toBe(1)
})

test('a candidate comes after the candidate before, a release after the release before, where they are now', async () => {
  await using fedora = await smallFedora({
    '/compose/metadata-archive/series/Fedora-44':
      'Fedora-44-20261020.0 Beta-1.3\nFedora-44-20261029.n.0\nFedora-44-20261030.0 RC-1.1\nFedora-44-20261101.0 RC-1.2\n',
    '/compose/44/Fedora-44-20261020.0/compose/': index('metadata'),
    '/pub/archive/fedora/linux/releases/42/': index('Server'),
  })

  const candidate = await nightjar('previous', '44_RC-1.1', ...fedora.config)
  const release = await nightjar('previous', '43', ...fedora.config)

  const { url } = fedora.server
  expect(candidate.stdout).toBe(`44_Beta-1.3\n${url}/compose/44/Fedora-44-20261020.0/compose\n`)
  expect(release.stdout).toBe(`Fedora-42-19700101.0\n${url}/pub/archive/fedora/linux/releases/42\n`)
})

test('where it cannot be asked, yesterday is not guessed', async () => {
  await using fedora = await smallFedora({
    [series]: 503,
    '/compose/rawhide/': index('Fedora-Rawhide-20261123.n.0'),
  })

  const { code, stdout } = await nightjar('previous', id, ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
})

test('diff compares one compose with the one before, also where that was purged', async () => {
  const before = 'Fedora-Rawhide-20261121.n.0'
  await using fedora = await smallFedora({
    [series]: `${before}\n`,
    [`/compose/metadata-archive/2026/${before}/images.json`]: imagesOf(before, 'Games live x86_64'),
    [`/compose/rawhide/${id}/compose/metadata/images.json`]: imagesOf(id, 'KDE live x86_64'),
  })

  const { code, stdout } = await nightjar('diff', id, ...fedora.config)

  expect(stdout).toBe(
    `${id} against ${before}: 1 new, 1 gone, 0 of another type, 0 of another size\nnew   Games live x86_64\ngone  KDE live x86_64\n`,
  )
  expect(code).toBe(0)
})

test.each([
  ['43_Beta', 'Fedora-42-19700101.0', '/pub/fedora/linux/releases/42/'],
  ['25_Beta', '25_Alpha', '/pub/fedora/linux/releases/test/25_Alpha/'],
  ['25_Alpha', 'Fedora-24-19700101.0', '/pub/archive/fedora/linux/releases/24/'],
])('the milestone %s comes after %s', async (name, before, place) => {
  await using fedora = await smallFedora({ [place]: index('Server') })

  const { stdout } = await nightjar('previous', name, ...fedora.config)

  expect(stdout).toBe(`${before}\n${fedora.server.url}${place.slice(0, -1)}\n`)
})

test('updates come after updates of their line, in the series of their release or else in their folder', async () => {
  const updates = 'Fedora-43-updates-testing-20261124.0'
  const others = 'Fedora-43-20251023.0 RC-1.6\nFedora-43-updates-20261123.0\n'
  await using known = await smallFedora({
    '/compose/metadata-archive/series/Fedora-43': `Fedora-43-updates-testing-20261121.0\n${others}`,
  })
  await using unknown = await smallFedora({
    '/compose/metadata-archive/series/Fedora-43': others,
    '/compose/updates/': index('Fedora-43-updates-testing-20261122.0', 'Fedora-43-updates-20261123.0'),
    '/compose/updates/Fedora-43-updates-testing-20261122.0/STATUS': 'FINISHED\n',
  })

  const first = await nightjar('previous', updates, ...known.config)
  const second = await nightjar('previous', updates, ...unknown.config)

  expect(first.stdout).toMatch(/^Fedora-43-updates-testing-20261121\.0\n/)
  expect(second.stdout).toMatch(/^Fedora-43-updates-testing-20261122\.0\n/)
})
