import { expect, test } from 'vitest'
import { z } from 'zod'
import { judgeImages } from '../../../compose/expected/expected.ts'
import { parseImageList } from '../../../compose/images/imagelist.ts'
import { recordedTable } from '../../recorded/read.ts'

const lineOfList = z.object({ list: z.string(), size: z.string(), path: z.string() })
const lists = Map.groupBy(recordedTable('imagelists.tsv', lineOfList), ({ list }) => list)

test('a line is an image, with its size if the list has the size', () => {
  const { images, unknown } = parseImageList(
    './linux/releases/43/Server/x86_64/iso/Fedora-Server-netinst-x86_64-43-1.6.iso\n' +
      '2149580800 ./linux/releases/43/Server/x86_64/iso/Fedora-Server-dvd-x86_64-43-1.6.iso\n',
  )

  expect(images.map(({ type, size }) => [type, size])).toEqual([
    ['boot', 0],
    ['dvd', 2_149_580_800],
  ])
  expect(unknown).toEqual([])
})

test('the paths of files below a folder begin after that folder', () => {
  const text =
    './linux/releases/43/Server/aarch64/os/images/boot.iso\n./linux/releases/42/KDE/x86_64/os/images/boot.iso\n'

  const { images } = parseImageList(text, 'linux/releases/43/')

  expect(images.map(({ path, variant }) => ({ path, variant }))).toEqual([
    { path: 'Server/aarch64/os/images/boot.iso', variant: 'Server' },
  ])
})

test('a line that names no image is kept, with the reason', () => {
  const { images, unknown } = parseImageList('./bfo/ipxe.iso\n./../../etc/Fedora-x86_64.iso\nwhat\n')

  expect(images).toEqual([])
  expect(unknown).toEqual([
    { path: 'bfo/ipxe.iso', why: 'the name does not begin like an image of Fedora' },
    { path: '../../etc/Fedora-x86_64.iso', why: 'the path leaves the compose with ..' },
    { path: 'what', why: 'not a line of an image list' },
  ])
})

test.each(['12 x./a.iso', 'x 12 ./a.iso', '12./a.iso', '12  ./a.iso', '1x ./a.iso', '-1 ./a.iso'])(
  '%j is not a line of an image list',
  (line) => {
    expect(parseImageList(`./boot.txt\n${line}\n`).unknown[1]).toEqual({
      path: line,
      why: 'not a line of an image list',
    })
  },
)

test('the error quotes at most 80 characters of a page that is not a list', () => {
  expect(() => parseImageList('x'.repeat(100))).toThrow(`got "${'x'.repeat(80)}"`)
})

test('an error page is not an image list', () => {
  expect(() => parseImageList('<html>\n<h1>503</h1>')).toThrow(
    /expected an image list .* got an HTML page: 503/,
  )
})

test('an empty list has no images', () => {
  expect(parseImageList('')).toEqual({ images: [], unknown: [] })
})

test('every line of the recorded lists is an image, or is unknown with a reason', () => {
  const counts = Object.fromEntries(
    [...lists.keys()].map((name) => {
      const text = textOf(name)
      const { images, unknown } = parseImageList(text)

      expect(images.length + unknown.length).toBe(text.trimEnd().split('\n').length)
      return [name, [images.length, unknown.length]]
    }),
  )

  expect(counts).toEqual({
    // The unknown lines are network boot loaders, screenshots, images of another project, and
    // RISC-V disks without an arch.
    'alt.2017': [2436, 23],
    'alt.2026': [1581, 38],
    'archive.2017': [698, 0],
    'archive.2026': [2520, 0],
    'fedora.2017': [313, 0],
    'fedora.2026': [349, 0],
  })
})

test('the image lists of the mirror have every expected image of the releases 20 to 43', () => {
  const archive = textOf('archive.2026')
  const current = textOf('fedora.2026')

  for (let release = 20; release <= 43; release++) {
    const [text, below] = release < 42 ? [archive, 'fedora/linux/releases/'] : [current, 'linux/releases/']
    const { images } = parseImageList(text, `${below}${release}/`)

    expect(images.length).toBeGreaterThan(30)
    expect(judgeImages({ release, images }).missing).toEqual([])
  }
})

function textOf(list: string): string {
  const lines = lists.get(list) ?? []
  return lines.map(({ size, path }) => `${size === '' ? '' : `${size} `}./${path}\n`).join('')
}
