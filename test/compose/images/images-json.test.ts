import { expect, test } from 'vitest'
import { Garbled } from '../../../compose/garbled.ts'
import { parseImages } from '../../../compose/images/images-json.ts'
import { realComposes } from '../real-composes.ts'

const dvd = {
  arch: 'x86_64',
  bootable: true,
  disc_count: 1,
  disc_number: 1,
  format: 'iso',
  path: 'Server/x86_64/iso/Fedora-Server-dvd-x86_64-Rawhide-20261124.n.0.iso',
  size: 2_400_000_000,
  subvariant: 'Server',
  type: 'dvd',
  volume_id: 'Fedora-S-dvd-x86_64-rawh',
}

test('an image has all values of its entry, and its variant', () => {
  const manifest = parseImages(imagesJson([dvd]))

  expect(manifest).toEqual({
    composeId: 'Fedora-Rawhide-20261124.n.0',
    date: '2026-11-24',
    respin: 0,
    type: 'nightly',
    version: '1.2',
    images: [
      {
        subvariant: 'Server',
        type: 'dvd',
        format: 'iso',
        arch: 'x86_64',
        variant: 'Server',
        path: dvd.path,
        size: 2_400_000_000,
        disc: 1,
      },
    ],
  })
})

test('variants and arches become one list, source images under their own arch', () => {
  const text = JSON.stringify({
    ...JSON.parse(imagesJson([])),
    payload: {
      ...JSON.parse(imagesJson([])).payload,
      images: {
        Server: { x86_64: [dvd, { ...dvd, arch: 'src', path: 'a.iso' }] },
        Spins: { aarch64: [dvd] },
      },
    },
  })

  const { images } = parseImages(text)

  expect(images.map(({ variant, arch }) => `${variant} ${arch}`)).toEqual([
    'Server x86_64',
    'Server src',
    'Spins x86_64',
  ])
})

test('a header of format 1.0 has no type', () => {
  expect(parseImages(imagesJson([dvd], { version: '1.0' })).version).toBe('1.0')
})

test('an unknown image type is kept as it is', () => {
  const { images } = parseImages(imagesJson([{ ...dvd, type: 'holodeck', format: 'holo.xz' }]))

  expect(images[0]).toMatchObject({ type: 'holodeck', format: 'holo.xz' })
})

test('an entry without a subvariant gets it from its file name, or else from its variant', () => {
  const { images } = parseImages(
    imagesJson([
      {
        ...dvd,
        subvariant: undefined,
        path: 'Cloud/x86_64/images/Fedora-Cloud-Base-Rawhide-20151124.n.0.x86_64.qcow2',
      },
      { ...dvd, subvariant: undefined, path: 'some.iso' },
    ]),
  )

  expect(images.map(({ subvariant }) => subvariant)).toEqual(['Cloud_Base', 'Server'])
})

test('a disc without a number is the first one', () => {
  const { images } = parseImages(
    imagesJson([
      { ...dvd, disc_number: 3 },
      { ...dvd, disc_number: null },
    ]),
  )

  expect(images.map(({ disc }) => disc)).toEqual([3, 1])
})

test.each(['Fedora-Atomic-dvd-x86_64.iso', 'a/b/Fedora-Atomic-dvd-x86_64.iso'])(
  '%s is not a plain boot image',
  (path) => {
    expect(parseImages(imagesJson([{ ...dvd, type: 'boot', path }])).images[0]?.type).toBe('dvd-ostree')
  },
)

test('the folder of a boot image does not change its type', () => {
  const path = 'an-ostree-folder/x86_64/boot.iso'

  expect(parseImages(imagesJson([{ ...dvd, type: 'boot', path }])).images[0]?.type).toBe('boot')
})

test('the error quotes at most 80 characters of a refused path', () => {
  expect(() => parseImages(imagesJson([{ ...dvd, path: `/${'x'.repeat(100)}` }]))).toThrow(
    `the path "/${'x'.repeat(79)}" is absolute`,
  )
})

test('an absent size is 0', () => {
  expect(parseImages(imagesJson([{ ...dvd, size: null }])).images[0]?.size).toBe(0)
})

test.each([
  ['Fedora-Atomic-dvd-x86_64-24-20160809.0.iso', 'dvd-ostree'],
  ['Fedora-Silverblue-ostree-x86_64-30-1.2.iso', 'dvd-ostree'],
  ['Fedora-Server-netinst-x86_64-30-1.2.iso', 'boot'],
])('a boot image named %s is a %s image', (name, type) => {
  const { images } = parseImages(imagesJson([{ ...dvd, type: 'boot', path: `Server/x86_64/iso/${name}` }]))

  expect(images[0]?.type).toBe(type)
})

test.each([
  ['nothing', '', /got nothing/],
  ['an error page', '<!DOCTYPE html>\n<h1>503</h1>', /got an HTML page: 503/],
  ['plain text', 'try later', /got text that is not JSON: try later/],
  ['a file that was cut off', imagesJson([dvd]).slice(0, 200), /got JSON cut off after 200 characters/],
  [
    'another kind of file',
    imagesJson([], { type: 'productmd.rpms', version: '1.2' }),
    /productmd\.rpms file/,
  ],
  ['a newer format', imagesJson([], { version: '2.0' }), /format version 2\.0 is not 1\.x/],
  ['a list', '[]', /another shape/],
  ['an image without a path', imagesJson([{ ...dvd, path: undefined }]), /images\.Server\.x86_64\.0\.path/],
  [
    'a variant named __proto__',
    imagesJson([dvd]).replace('"Server":{', '"__proto__":{},"Server":{'),
    /__proto__/,
  ],
  ['20,000 nested lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, /another shape/],
])('the error for %s names the reason', (_, text, message) => {
  expect(() => parseImages(text)).toThrow(Garbled)
  expect(() => parseImages(text)).toThrow(/expected productmd images\.json 1\.0 to 1\.2/)
  expect(() => parseImages(text)).toThrow(message)
})

test.each([
  ['leaves the compose', 'Server/../../../etc/passwd'],
  ['is absolute', '/etc/passwd'],
  ['contains one of', 'Server\\..\\x.iso'],
  ['contains a control character', 'Server/\0.iso'],
  ['contains a control character', 'Server/a\n.iso'],
  ['begins with a URL scheme', 'https://elsewhere.example/x.iso'],
  ['contains one of', '%2e%2e/x.iso'],
  ['is empty', ''],
])('a path that %s is refused', (fault, path) => {
  expect(() => parseImages(imagesJson([dvd, { ...dvd, path }]))).toThrow(fault)
})

test('every recorded compose parses, and every image has a path of its own', () => {
  for (const { id, text } of realComposes) {
    const { composeId, images } = parseImages(text)

    expect(composeId).toBe(id)
    expect(images.length).toBeGreaterThan(40)
    expect(new Set(images.map(({ path }) => path)).size).toBe(images.length)
  }
})

function imagesJson(
  images: readonly object[],
  header: object = { type: 'productmd.images', version: '1.2' },
): string {
  const compose = { id: 'Fedora-Rawhide-20261124.n.0', date: '20261124', respin: 0, type: 'nightly' }
  return JSON.stringify({ header, payload: { compose, images: { Server: { x86_64: images } } } })
}
