import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { imagesOf, index, smallFedora } from '../small-fedora.ts'

test('the URL of a compose of any product is enough, below the configured tree', async () => {
  const alma = 'AlmaLinux-10-20261124.0'
  const before = 'AlmaLinux-10-20261123.0'
  const folder = '/compose/alma'
  await using fedora = await smallFedora({
    [`${folder}/`]: index(before, alma),
    [`${folder}/${before}/STATUS`]: 'FINISHED\n',
    [`${folder}/${before}/compose/metadata/images.json`]: imagesOf(before, 'KDE live x86_64'),
    [`${folder}/${alma}/`]: index('compose'),
    [`${folder}/${alma}/STATUS`]: 'FINISHED\n',
    [`${folder}/${alma}/COMPOSE_ID`]: alma,
    [`${folder}/${alma}/compose/metadata/images.json`]: imagesOf(alma),
  })
  const url = `${fedora.server.url}${folder}/${alma}/compose`

  const images = await nightjar('images', url, '-p', 'kde', '-t', 'live', '-a', 'x86_64', ...fedora.config)
  const diff = await nightjar('diff', url, ...fedora.config)
  const state = await nightjar('state', url, ...fedora.config)

  expect(images.stdout).toMatch(new RegExp(`^${url}/\\S+KDE\\S+\n$`))
  expect(diff.stdout).toContain(`${alma} against ${before}: 1 new, 0 gone`)
  expect(state.stdout).toContain(`${alma} is complete: it can be tested`)
})

test('the folder of live respins names the newest of them', async () => {
  await using fedora = await smallFedora({
    '/pub/alt/imagelist-alt':
      './live-respins/F43-KDE-x86_64-LIVE-20261120.iso\n./live-respins/F43-KDE-x86_64-LIVE-20261113.iso\n',
    '/pub/alt/live-respins/': index(),
  })
  const folder = `${fedora.server.url}/pub/alt/live-respins`

  const images = await nightjar('images', `${folder}/`, ...fedora.config)
  const state = await nightjar('state', folder, ...fedora.config)

  expect(images.stdout).toBe(`${folder}/F43-KDE-x86_64-LIVE-20261120.iso\n`)
  expect(state.stdout).toContain('FedoraRespin-43-updates-20261120.0 is complete')
})

test('a folder of live respins without any is an answer', async () => {
  await using fedora = await smallFedora({ '/pub/alt/imagelist-alt': './bfo/bfo.iso\n' })

  const { code, stderr } = await nightjar(
    'images',
    `${fedora.server.url}/pub/alt/live-respins`,
    ...fedora.config,
  )

  expect(stderr).toContain('no live respins below')
  expect(code).toBe(1)
})
