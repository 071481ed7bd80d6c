import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'
import { imagesOf, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const metadata = `/compose/rawhide/${id}/compose/metadata/images.json`
const archived = `/compose/metadata-archive/2026/${id}/images.json`

test('the images of a compose are its URLs, one a line, for one request', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id) })

  const { code, stdout } = await nightjar('images', id, '-a', 'x86_64', '-t', 'netinst', ...fedora.config)

  const base = `${fedora.server.url}/compose/rawhide/${id}/compose`
  expect(stdout.trim().split('\n')).toEqual([
    `${base}/Everything/x86_64/iso/Fedora-Everything-netinst-Rawhide-20261124.n.0.x86_64.iso`,
    `${base}/Server/x86_64/iso/Fedora-Server-netinst-Rawhide-20261124.n.0.x86_64.iso`,
  ])
  expect(code).toBe(0)
  expect(fedora.asked()).toEqual([metadata])
})

test('--json has eight members for every image', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id) })

  const { stdout } = await nightjar(
    'images',
    id,
    '--json',
    '--search',
    'Server-DVD',
    '-a',
    'aarch64',
    ...fedora.config,
  )

  const path = 'Server/aarch64/iso/Fedora-Server-dvd-Rawhide-20261124.n.0.aarch64.iso'
  expect(printed('nightjar/images/1', stdout)).toMatchObject({
    compose: id,
    images: [
      {
        subvariant: 'Server',
        type: 'dvd',
        format: 'iso',
        arch: 'aarch64',
        variant: 'Server',
        path,
        url: `${fedora.server.url}/compose/rawhide/${id}/compose/${path}`,
        size: 2860 * 2 ** 20 + 4096 * 8,
      },
    ],
  })
})

test('a table goes without colours where it is no terminal', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id) })

  const { stdout } = await nightjar('images', id, '--table', '-p', 'minimal', ...fedora.config)

  expect(stdout.split('\n')[0]).toMatch(/^SUBVARIANT +TYPE +FORMAT +ARCH +SIZE +PATH$/)
  expect(stdout).toContain('Minimal')
  expect(stdout).not.toContain('\u001B')
})

test('a purged compose is read from the metadata archive, at the second request', async () => {
  await using fedora = await smallFedora({ [archived]: imagesOf(id) })

  const { code } = await nightjar('images', id, ...fedora.config)

  expect(code).toBe(0)
  expect(fedora.asked()).toEqual([metadata, archived])
})

test('a compose that is nowhere is an answer after two requests', async () => {
  await using fedora = await smallFedora({})

  const { code, stdout, stderr } = await nightjar('images', id, ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(`expected ${id} with an images.json, but there is neither`)
  expect(fedora.asked()).toHaveLength(2)
})

test('a server in trouble is no answer, and the archive is not taken for one', async () => {
  await using fedora = await smallFedora({ [metadata]: 503, [archived]: imagesOf(id) })

  const { code, stderr } = await nightjar('images', id, ...fedora.config)

  expect(code).toBe(3)
  expect(stderr).toContain('answered 503')
  expect(fedora.asked()).toEqual([metadata])
})

test('where no image fits, the list is empty and the exit code 1', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id) })

  const { code, stdout, stderr } = await nightjar('images', id, '--json', '-a', 'riscv64', ...fedora.config)

  expect(printed('nightjar/images/1', stdout)).toMatchObject({ compose: id, images: [] })
  expect(code).toBe(1)
  expect(stderr).toMatch(/none of the \d+ images of Fedora-Rawhide-20261124.n.0 matches/)
})

test('an ELN compose may be named in capitals', async () => {
  const eln = 'Fedora-eln-20261124.n.0'
  await using fedora = await smallFedora({
    [`/compose/eln/${eln}/compose/metadata/images.json`]: imagesOf(eln),
  })

  const capitals = await nightjar('images', 'Fedora-ELN-20261124.n.0', '-p', 'games', ...fedora.config)

  expect(capitals).toMatchObject({ code: 0, stdout: expect.stringContaining(`/compose/eln/${eln}/compose/`) })
})

test('a release is read from the image lists of both trees of the mirrors', async () => {
  await using fedora = await smallFedora({
    '/pub/fedora/imagelist-fedora':
      './linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso\n./linux/releases/42/Server/x86_64/iso/Fedora-Server-dvd-x86_64-42-1.1.iso\n',
    '/pub/alt/imagelist-alt': './releases/43/Labs/x86_64/iso/Fedora-Games-Live-x86_64-43-1.6.iso\n',
  })

  const { stdout } = await nightjar('images', '43', ...fedora.config)

  expect(stdout.trim().split('\n')).toEqual([
    `${fedora.server.url}/pub/fedora/linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso`,
    `${fedora.server.url}/pub/alt/releases/43/Labs/x86_64/iso/Fedora-Games-Live-x86_64-43-1.6.iso`,
  ])
  expect(fedora.asked()).toHaveLength(3)
})

test('a release that only the archive has is found there', async () => {
  await using fedora = await smallFedora({
    '/pub/fedora/imagelist-fedora':
      './linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso\n',
    '/pub/archive/imagelist-archive':
      './fedora/linux/releases/30/Server/x86_64/iso/Fedora-Server-dvd-x86_64-30-1.2.iso\n',
    '/pub/alt/imagelist-alt': './releases/43/Labs/x86_64/iso/Fedora-Games-Live-x86_64-43-1.6.iso\n',
  })

  const { stdout } = await nightjar('images', '30', ...fedora.config)

  expect(stdout).toBe(
    `${fedora.server.url}/pub/archive/fedora/linux/releases/30/Server/x86_64/iso/Fedora-Server-dvd-x86_64-30-1.2.iso\n`,
  )
})

test.each(['', '/compose', '/compose/metadata', '/compose/metadata/images.json'])(
  'a compose on this machine is read from <folder>%s, and nothing is asked',
  async (below) => {
    await using fedora = await smallFedora({})
    const folder = join(fedora.folder, 'copy')
    await mkdir(join(folder, 'compose/metadata'), { recursive: true })
    await writeFile(join(folder, 'compose/metadata/images.json'), imagesOf(id))

    const { code, stdout } = await nightjar('images', folder + below, '-p', 'games', ...fedora.config)

    expect(code).toBe(0)
    expect(stdout).toBe(
      `${fedora.server.url}/compose/rawhide/${id}/compose/Labs/x86_64/iso/Fedora-Games-live-Rawhide-20261124.n.0.x86_64.iso\n`,
    )
    expect(fedora.asked()).toEqual([])
  },
)
