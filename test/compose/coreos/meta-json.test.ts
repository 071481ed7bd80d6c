import { expect, test } from 'vitest'
import { parseMetaJson } from '../../../compose/coreos/meta-json.ts'
import { build, buildAt, metaJson, usualImages } from './meta-json-text.ts'

const iso = 'fedora-coreos-36.20211123.91.0-live.x86_64.iso'

test('the images of a build have the names of its meta.json as types, but the one that openQA tests', () => {
  const images = parseMetaJson(build, metaJson())

  expect(images.map(({ type, format, size }) => [type, format, size])).toEqual([
    ['ostree', 'ociarchive', 662_149_120],
    ['qemu', 'qcow2.xz', 475_755_272],
    ['metal4k', 'raw.xz', 476_843_400],
    ['colive', 'iso', 0],
    ['live-kernel', '', 0],
    ['aws', 'vmdk.xz', 702_342_320],
  ])
  expect(images[3]).toEqual({
    subvariant: 'CoreOS',
    type: 'colive',
    format: 'iso',
    arch: 'x86_64',
    variant: 'CoreOS',
    path: iso,
    size: 0,
    disc: 1,
  })
})

test('what has no path is no image', () => {
  const others = {
    kubevirt: { image: 'quay.io/fedora/fedora-coreos-kubevirt' },
    a: null,
    b: [1],
    c: 'path',
    d: 4,
  }

  expect(parseMetaJson(build, metaJson({ ...others, 'live-iso': usualImages['live-iso'] }))).toHaveLength(1)
})

test.each([[{}], [null], [undefined]])('a build may have no image: %j', (images) => {
  expect(parseMetaJson(build, metaJson(images, { images }))).toEqual([])
})

test.each([
  '../36.20211123.91.1/x86_64/a.iso',
  '..',
  '.hidden',
  'a/b.iso',
  '/etc/passwd',
  String.raw`a\b.iso`,
  'https://evil.example/a.iso',
  'file:a.iso',
  'a%2fb.iso',
  'a.iso?b',
  'a.iso#b',
  'a b.iso',
  'a.iso\n',
  '\u001b[2Ja.iso',
  'a\u202e.iso',
  '-a.iso',
  '',
  'a'.repeat(201),
  4,
  null,
])('a path that is no plain file name is refused: %j', (path) => {
  const read = () => parseMetaJson(build, metaJson({ 'live-iso': { path } }))

  expect(read).toThrow(
    /^expected the meta\.json of Fedora-CoreOS-36\.20211123\.91\.0 for x86_64, got JSON of/,
  )
  expect(read).toThrow('images.live-iso.path')
  // What could move the cursor is not printed.
  expect(read).not.toThrow(/[\p{Cc}\p{Cf}]/u)
})

test('a path that is refused is quoted', () => {
  expect(() => parseMetaJson(build, metaJson({ a: { path: 'b/c' } }))).toThrow('"b/c" is no file name')
})

test('a file name has at most 200 signs', () => {
  expect(parseMetaJson(build, metaJson({ a: { path: 'a'.repeat(200) } }))).toHaveLength(1)
})

test.each([
  ['a negative size', metaJson({ a: { path: 'a.iso', size: -1 } }), 'images.a.size'],
  ['images in a list', metaJson([]), 'images'],
  ['a member __proto__', metaJson(JSON.parse('{"__proto__": {"path": "a.iso"}}')), '__proto__'],
  ['no id', metaJson({}, { buildid: undefined }), 'buildid'],
  ['no arch', metaJson({}, { 'coreos-assembler.basearch': undefined }), 'coreos-assembler.basearch'],
  ['a page', '<html><title>AccessDenied</title></html>', 'AccessDenied'],
  ['a file cut off', metaJson().slice(0, 90), 'cut off after 90 characters'],
])('%s is refused', (_, text, said) => {
  expect(() => parseMetaJson(build, text)).toThrow(said)
})

test.each([
  ['36.20211123.91.1', 'x86_64'],
  ['36.20211123.91.0', 'aarch64'],
])('the meta.json of %s for %s is of another build', (id, arch) => {
  const other = buildAt(`rawhide/builds/${id}/${arch}`)

  expect(() => parseMetaJson(other, metaJson())).toThrow(
    `expected the meta.json of Fedora-CoreOS-${id} for ${arch}, got that of "36.20211123.91.0" for "x86_64"`,
  )
})
