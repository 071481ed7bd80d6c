import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { imagesOf, index, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const series = '/compose/metadata-archive/series/Fedora-rawhide'

test('the line before in the series is the previous compose, for one request', async () => {
  await using fedora = await smallFedora({
    [series]: 'Fedora-Rawhide-20261120.n.2\nFedora-Rawhide-20261121.n.0\n',
  })

  const { code, stdout } = await nightjar('previous', id, ...fedora.config)

  expect(stdout.split('\n')[0]).toBe('Fedora-Rawhide-20261121.n.0')
  expect(code).toBe(0)
  expect(fedora.asked()).toEqual([series])
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

  expect(JSON.parse(stdout)).toMatchObject({ compose: id, previous: 'Fedora-Rawhide-20261121.n.0' })
  expect(fedora.asked()).toHaveLength(4)
})

test('the first compose of a line has none before it', async () => {
  await using fedora = await smallFedora({ [series]: `${id}\n` })

  const { code, stdout } = await nightjar('previous', id, '--json', ...fedora.config)

  expect(JSON.parse(stdout)).toEqual({ compose: id, previous: null, url: null })
  expect(code).toBe(1)
})

test('a candidate comes after the candidate before, a release after the release before', async () => {
  await using fedora = await smallFedora({
    '/compose/metadata-archive/series/Fedora-44':
      'Fedora-44-20261020.0 Beta-1.3\nFedora-44-20261029.n.0\nFedora-44-20261030.0 RC-1.1\nFedora-44-20261101.0 RC-1.2\n',
  })

  const candidate = await nightjar('previous', '44_RC-1.1', ...fedora.config)
  const release = await nightjar('previous', '43', ...fedora.config)

  expect(candidate.stdout.split('\n')[0]).toBe('44_Beta-1.3')
  expect(release.stdout).toBe(`Fedora-42-19700101.0\n${fedora.server.url}/pub/fedora/linux/releases/42\n`)
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
