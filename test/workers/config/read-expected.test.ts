import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectedImages } from '../../../compose/expected/expected.ts'
import { loadConfig } from '../../../workers/config/config.ts'
import { placesByStream, placesOf, placesOfStream } from '../../../workers/config/places.ts'
import { readExpected } from '../../../workers/config/read-expected.ts'

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-expected-'))
  await writeFile(join(folder, 'iot.toml'), text)
  await writeFile(join(folder, 'nightjar.toml'), '[stream.iot]\nexpected_images = "iot.toml"\n')
  return join(folder, 'iot.toml')
}

const list = `
[[images]]
names = ["IoT dvd-ostree x86_64", "IoT dvd-ostree aarch64"]
blocking = true
why = "the installer"

[[images]]
names = ["IoT raw-xz armhfp"]
from = 30
until = 36
why = "the disk for boards, until armhfp ended"
`

test('a file beside the configuration says what the composes of a stream should have', async () => {
  const file = await fileOf(list)
  const settings = loadConfig(join(file, '..', 'nightjar.toml'), {})
  const places = placesOf(settings)

  expect(placesOfStream(places, settings, 'iot').expected).toEqual(readExpected(file))
  expect(placesByStream(places, settings)('iot').expected).toEqual(readExpected(file))
  expect(placesOfStream(places, settings, 'rawhide').expected).toBeNull()
})

test.each([
  [36, ['IoT dvd-ostree x86_64 true', 'IoT dvd-ostree aarch64 true', 'IoT raw-xz armhfp false']],
  [37, ['IoT dvd-ostree x86_64 true', 'IoT dvd-ostree aarch64 true']],
  ['Rawhide', ['IoT dvd-ostree x86_64 true', 'IoT dvd-ostree aarch64 true']],
] as const)('of release %s it expects the images of that release alone', async (release, images) => {
  const rules = readExpected(await fileOf(list))

  expect(
    expectedImages(release, 'iot', rules).map(
      ({ subvariant, type, arch, blocking }) => `${subvariant} ${type} ${arch} ${blocking}`,
    ),
  ).toEqual(images)
})

test.each([
  ['<html>', /iot\.toml is not TOML/],
  ['', /images: expected/],
  ['images = []', /images: expected at least one \[\[images\]\], got \[\]$/],
  [
    'images = [{}]',
    /names: expected at least one image such[^]*why: expected what reports say[^]*, got nothing$/,
  ],
  ['[[images]]\nnames = []\nwhy = ""', /names: expected at least one image[^]*why: expected/],
  [
    '[[images]]\nnames = ["a b c", "a b c"]\nwhy = "x"\n[[images]]\nnames = ["a b c"]',
    /images \(2nd\)\.why: expected .*\n.*expected each image once/,
  ],
  [
    '[[images]]\nnames = ["IoT"]\nwhy = "x"',
    /images \(1st\)\.names \(1st\): expected an image such as .*got "IoT"$/,
  ],
  ['[[images]]\nnames = ["a b c"]\nwhy = "x"\nuntl = 4', /images \(1st\)\.untl: unknown key$/],
  [
    '[[images]]\nnames = ["a b c"]\nwhy = "x"\nfrom = "f40"',
    /from: expected a release such as 44, got "f40"$/,
  ],
  [
    '[[images]]\nnames = ["a b c"]\nwhy = "x"\nfrom = 9\nuntil = 8',
    /images \(1st\): expected "from" not after "until"/,
  ],
  [
    '[[images]]\nnames = ["a b c"]\nwhy = "x"\nuntil = 9\n[[images]]\nnames = ["a b c"]\nwhy = "y"\nfrom = 9',
    /iot\.toml: expected each image once for a release, got a b c$/,
  ],
])('a file that is no such list is a mistake of the configuration: %s', async (text, said) => {
  const file = await fileOf(text)

  expect(() => readExpected(file)).toThrow(said)
})

test('a file that is not there is named', () => {
  expect(() => readExpected('/nowhere/iot.toml')).toThrow(/^\/nowhere\/iot\.toml: ENOENT/)
})
