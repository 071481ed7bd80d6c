import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { imagesOf, smallFedora } from '../small-fedora.ts'
import { nightjar } from '../nightjar.ts'
import { printed } from '../json/printed.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const metadata = `/compose/rawhide/${id}/compose/metadata/images.json`

test('a compose with all expected images is told so in one line', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id) })

  const { code, stdout } = await nightjar('expected', id, ...fedora.config)

  expect({ code, stdout }).toEqual({ code: 0, stdout: `${id} has all 10 images it should have\n` })
  expect(fedora.asked()).toEqual([metadata])
})

test('a missing blocking image is told with its reason, and the exit code is 1', async () => {
  await using fedora = await smallFedora({ [metadata]: imagesOf(id, 'KDE live x86_64') })

  const { code, stdout } = await nightjar('expected', id, ...fedora.config)
  const { stdout: json } = await nightjar('expected', id, '--json', ...fedora.config)

  expect(code).toBe(1)
  expect(stdout).toMatch(
    /lacks 1 of the 10 images it should have, 1 of them blocking\n\n.*\nKDE live x86_64 +yes/,
  )
  const answer = printed('nightjar/expected/1', json)
  expect(answer).toMatchObject({
    compose: id,
    missing: [{ subvariant: 'KDE', type: 'live', arch: 'x86_64', blocking: true, why: expect.any(String) }],
  })
  expect(answer).toHaveProperty('present.length', 9)
})

test('--release says what the file does not', async () => {
  await using fedora = await smallFedora({})
  const file = join(fedora.folder, 'images.json')
  await writeFile(file, imagesOf('myfedora-1-20261124.n.0'))

  const without = await nightjar('expected', file, ...fedora.config)
  const given = await nightjar('expected', file, '--release', '43', ...fedora.config)

  expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('add --release N') })
  expect(given).toMatchObject({ code: 0, stdout: expect.stringContaining('has all 10 images') })
})

test('an id that has a release is not of another', async () => {
  await using fedora = await smallFedora({})
  const file = join(fedora.folder, 'images.json')
  await writeFile(file, imagesOf('Fedora-44-20261124.n.0'))

  const other = await nightjar('expected', file, '--release', '99', ...fedora.config)
  const own = await nightjar('expected', file, '--release', '44', ...fedora.config)

  const said = 'nightjar: Fedora-44-20261124.n.0 is of release 44, not of 99; leave out --release\n'
  expect(other).toMatchObject({ code: 2, stdout: '', stderr: said })
  expect(own.code).toBe(0)
})

test('what nothing is known of is not called complete', async () => {
  const updates = 'Fedora-43-updates-20261124.0'
  await using fedora = await smallFedora({
    [`/compose/updates/${updates}/compose/metadata/images.json`]: imagesOf(updates),
  })

  const { code, stdout } = await nightjar('expected', updates, ...fedora.config)

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `nothing says which images ${updates} should have; expected_images of its stream can\n`,
  })
})
