import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { imagesOf, smallFedora } from '../small-fedora.ts'

const id = 'Fedora-Kinoite-44-20261124.n.0'
const tree = `/compose/kinoite/${id}`
const metadata = `${tree}/compose/metadata/images.json`
/** A stream whose composes no Koji makes and no mirror has, on a machine whose other streams have both. */
const table = `
[stream.kinoite]
folder = "kinoite"
ids = ["Fedora-Kinoite-<release>-<date>.n.<respin>"]
release = 44
koji = false
mirror = false
arches = ["aarch64"]
wanted = "kinoite.json"
expected_images = "expected.toml"
`
const expected = `
[[images]]
names = ["Server dvd x86_64", "Onyx dvd-ostree x86_64"]
blocking = true
why = "a person wants it"
`

async function kinoite() {
  const files = { [metadata]: imagesOf(id), [`${tree}/STATUS`]: 'FINISHED\n' }
  const fedora = await smallFedora(files, table)
  const wanted = [{ match: { subvariant: 'Server', type: 'boot' } }]
  await writeFile(join(fedora.folder, 'kinoite.json'), JSON.stringify(wanted))
  await writeFile(join(fedora.folder, 'expected.toml'), expected)
  return fedora
}

test('the missing images are those of the list of its stream', async () => {
  await using fedora = await kinoite()

  const { code, stdout } = await nightjar('expected', id, ...fedora.config)
  await writeFile(join(fedora.folder, 'expected.toml'), '[[images]]\nnames = ["x"]\n')
  const config = await nightjar('config', ...fedora.config)

  expect(code).toBe(1)
  expect(stdout).toMatch(/lacks 1 of the 2 images[^]*Onyx dvd-ostree x86_64 +yes +a person wants it\n$/)
  const doctor = await nightjar('doctor', ...fedora.config)
  expect(config.code).toBe(2)
  expect(config.stderr).toMatch(
    /expected\.toml: images \(1st\)\.names \(1st\): expected an image[^]*images \(1st\)\.why: /,
  )
  expect(doctor.stdout).toMatch(/configuration.*expected\.toml: images \(1st\)\.names \(1st\): /)
})

test('a list without an image of the release of a compose says so', async () => {
  await using fedora = await kinoite()
  const past = '[[images]]\nnames = ["Onyx dvd-ostree x86_64"]\nuntil = 43\nwhy = "it ended"\n'
  await writeFile(join(fedora.folder, 'expected.toml'), past)

  const { code, stdout } = await nightjar('expected', id, ...fedora.config)

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `expected_images of its stream names no image for the release of ${id}\n`,
  })
})

test('a plan has the arches and the images of the stream of its compose', async () => {
  await using fedora = await kinoite()

  const { stdout } = await nightjar('plan', id, ...fedora.config)
  const given = await nightjar('plan', id, '--arch', 'x86_64', ...fedora.config)

  expect(stdout).toContain(' posts for aarch64\n')
  expect([...stdout.matchAll(/FLAVOR=(\S+)/g)].map(([, flavor]) => flavor)).toEqual([
    'Server-boot-iso',
    'universal',
    'Workstation-upgrade',
  ])
  expect(given.stdout).toContain(' posts for x86_64\n')
})

test.each([
  [['--arch', 'riscv64'], /^nightjar: Fedora-Kinoite\S+ has no image for riscv64, only for .*x86_64/m],
  [['--flavors', 'nope'], /^nightjar: none of the images of Fedora-Kinoite\S+ .* with the flavor nope$/m],
])('a plan of nothing says why: %j', async (options, why) => {
  await using fedora = await kinoite()

  const { code, stderr } = await nightjar('plan', id, ...options, ...fedora.config)

  expect(code).toBe(1)
  expect(stderr).toMatch(why)
})

test('a compose is usable by the conditions of its stream', async () => {
  await using fedora = await kinoite()
  const config = join(fedora.folder, 'nightjar.toml')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replaceAll('required = false', 'required = true'))

  const { code, stdout } = await nightjar('state', id, ...fedora.config)

  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${id} is complete: it can be tested`),
  })
})
