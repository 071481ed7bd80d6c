import { expect, test } from 'vitest'
import { z } from 'zod'
import { identifyImage } from '../../../compose/images/image-name.ts'
import { imageName, type Image } from '../../../compose/images/image.ts'
import { parseImages } from '../../../compose/images/images-json.ts'
import { taskMakes } from '../../../compose/koji/task-makes.ts'
import { recordedTable } from '../../recorded/read.ts'
import { taskOf } from '../koji-task-of.ts'
import { realComposes } from '../real-composes.ts'

type Listed = Pick<Image, 'subvariant' | 'type' | 'arch' | 'path'>

/** Composes whose images kiwi makes: 42 with its metadata, 43 as the mirror lists it. */
const kiwi = [...imagesOf('Fedora-42-20250409.0'), ...imagesOf('Fedora 43')].filter(isMadeByKoji)

test('a failed kiwi task explains the image with its name, and no other image', () => {
  for (const release of ['Fedora-42-20250409.0', 'Fedora 43'].map((id) => imagesOf(id))) {
    const wrong = release.filter(isMadeByKoji).flatMap((image) => {
      const task = taskOf({ method: 'createKiwiImage', name: nameOf(image), arches: [], arch: image.arch })
      const made = release.filter((each) => taskMakes(task, each)).map(imageName)
      return made.join() === imageName(image) ? [] : [`${task.name} ${image.arch}: ${made.join(', ')}`]
    })

    expect(wrong).toEqual([])
  }
  expect(kiwi.length).toBeGreaterThan(110)
})

test.each(realComposes.map(({ id }) => id).filter((id) => id < 'Fedora-42'))(
  'every image task of %s makes the images with its name, and no others',
  (compose) => {
    const images = imagesOf(compose)
    const wrong = images.filter(isMadeByKoji).flatMap((image) => {
      const method = image.type.startsWith('live') ? 'createLiveMedia' : 'createImage'
      const task = taskOf({ method, name: nameOf(image), arches: [], arch: image.arch })
      const made = images.filter((each) => taskMakes(task, each)).map(({ path }) => path)
      const named = images.filter((each) => nameOf(each) === task.name && each.arch === image.arch)
      return made.join() === named.map(({ path }) => path).join() ? [] : [`${task.name}: ${made.join(', ')}`]
    })

    expect(wrong).toEqual([])
  },
)

test.each(['boot', 'cd', 'dvd', 'rescue', 'dvd-ostree', 'bootable-container', 'ociarchive'])(
  'no image task explains a missing %s',
  (type) => {
    const task = taskOf({ method: 'createKiwiImage', name: 'Fedora-Server-Host-Generic' })

    expect(taskMakes(task, { subvariant: 'Server', type, arch: 'x86_64' })).toBe(false)
    expect(taskMakes(task, { subvariant: 'Server', type: 'raw-xz', arch: 'x86_64' })).toBe(true)
  },
)

/** The images of a compose with recorded metadata, or the images of 43 in the list of the mirror. */
function imagesOf(compose: string): readonly Listed[] {
  const recorded = realComposes.find(({ id }) => id === compose)
  if (recorded) return parseImages(recorded.text).images
  const list = recordedTable('imagelists.tsv', z.object({ path: z.string() }))
  return list
    .filter(({ path }) => /(?:^|\/)releases\/43\/.*-43[-.]1\.6/.test(path))
    .map(({ path }) => identifyImage(path))
    .filter((image) => image.kind === 'image')
}

/** What Koji makes: the others come from the tools of Pungi. */
function isMadeByKoji({ type }: Listed): boolean {
  return !['boot', 'dvd', 'dvd-ostree', 'bootable-container', 'ociarchive'].includes(type)
}

/** `Fedora-KDE-Desktop-Live` for `Fedora-KDE-Desktop-Live-43-1.6.x86_64.iso`. */
function nameOf({ path, arch }: Listed): string {
  const file = path.split('/').at(-1) ?? ''
  return file.replace(/[-.]\d\d[-.]\d.*$/, '').replace(new RegExp(`[-.]${arch}(?=$|-)`), '')
}

test.each([
  ['Fedora-Cloud-Base-Azure', 'vpc', true],
  ['Fedora-Cloud-Base-Azure', 'qcow2', false],
  ['Fedora-Cloud-Base', 'vpc', false],
  ['Fedora-Cloud-Base', 'vhd-compressed', false],
  ['Fedora-Cloud-Base-Disk', 'qcow2', true],
])('%s on the arch makes a %s: %s', (name, type, makes) => {
  const task = taskOf({ method: 'createKiwiImage', name })

  expect(taskMakes(task, { subvariant: 'Cloud_Base', type, arch: 'x86_64' })).toBe(makes)
})
