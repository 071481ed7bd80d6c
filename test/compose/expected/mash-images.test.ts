import { expect, test } from 'vitest'
import { imageName } from '../../../compose/images/image.ts'
import { mashImages } from '../../../compose/expected/mash-images.ts'

const parts = {
  tree: 'http://127.0.0.1/mash/rawhide-20150820/rawhide',
  booting: ['x86_64', 'armhfp'],
  files: 'http://127.0.0.1/work',
  outputs: [],
}

test('the boot image of an arch is the image Generic boot', () => {
  expect(mashImages(parts).map((image) => [imageName(image), image.url])).toEqual([
    ['Generic boot x86_64', `${parts.tree}/x86_64/os/images/boot.iso`],
    ['Generic boot armhfp', `${parts.tree}/armhfp/os/images/boot.iso`],
  ])
})

test.each([
  ['Fedora-Live-Workstation-x86_64-rawhide-20150820.iso', 'Workstation live x86_64', 'iso'],
  ['Fedora-Live-KDE-i686-23-20150820.iso', 'KDE live i386', 'iso'],
  ['Fedora-Live-MATE_Compiz-x86_64-rawhide-20150820.iso', 'Mate live x86_64', 'iso'],
  ['Fedora-Minimal-armhfp-rawhide-20150820-sda.raw.xz', 'Minimal raw-xz armhfp', 'raw.xz'],
  ['Fedora-Cloud-Base-rawhide-20150820.x86_64.raw.xz', 'Cloud_Base raw-xz x86_64', 'raw.xz'],
  ['Fedora-Cloud-Atomic-rawhide-20150820.x86_64.qcow2', 'Cloud_Atomic qcow2 x86_64', 'qcow2'],
])('a task that made %s has the image %s', (name, image, format) => {
  const [made, ...more] = mashImages({
    ...parts,
    booting: [],
    outputs: [{ task: 10_758_321, names: ['livecd.log', name, 'root.log', 'state.log'] }],
  })

  expect(more).toEqual([])
  expect(made && imageName(made)).toBe(image)
  expect(made).toMatchObject({ format, url: `${parts.files}/tasks/8321/10758321/${name}` })
})

test('if two tasks made the same image, the later task counts, in any order of the tasks', () => {
  const names = ['Fedora-Live-KDE-x86_64-rawhide-20150820.iso']

  const images = mashImages({
    ...parts,
    booting: [],
    outputs: [
      { task: 20_000, names },
      { task: 10_000, names },
    ],
  })

  expect(images.map(({ url }) => url)).toEqual([`${parts.files}/tasks/0/20000/${names[0] ?? ''}`])
})

test('images that differ in arch or format are different images, even of one task', () => {
  const names = ['x86_64.raw.xz', 'x86_64.qcow2', 'i386.raw.xz'].map(
    (end) => `Fedora-Cloud-Base-rawhide-20150820.${end}`,
  )
  const outputs = [
    { task: 10_000, names: names.slice(0, 2) },
    { task: 20_000, names: names.slice(2) },
  ]

  expect(
    mashImages({ ...parts, booting: [], outputs }).map(({ arch, format }) => `${arch} ${format}`),
  ).toEqual(['x86_64 raw.xz', 'x86_64 qcow2', 'i386 raw.xz'])
})

test('the URL of an image escapes the special characters of its name', () => {
  const [image] = mashImages({
    ...parts,
    booting: [],
    outputs: [{ task: 7, names: ['Fedora-Live-KDE-x86_64-#?.iso'] }],
  })

  expect(image?.url).toBe(`${parts.files}/tasks/7/7/Fedora-Live-KDE-x86_64-%23%3F.iso`)
})
