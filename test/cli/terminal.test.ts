import { expect, test } from 'vitest'
import { writeFault } from '../../lab/koji/write.ts'
import { printed } from './json/printed.ts'
import { nightjar } from './nightjar.ts'
import { imagesOf, smallFedora } from './small-fedora.ts'

const id = 'Fedora-Rawhide-20261124.n.0'
const before = 'Fedora-Rawhide-20261123.n.0'
const metadata = (compose: string) => `/compose/rawhide/${compose}/compose/metadata/images.json`

/** A colour, a window title, a C1 sequence, a line break, a separator, a direction and an invisible tag. */
const evil = 'X\u001b[31mX\u001b]0;title\u0007X\u009b1mX\nX\u2028X\u202eX\u{e0041}X\u007fX'

/** What no text from outside may bring to the terminal; line feeds are counted apart. */
const unsafe = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\n)\p{Cc}/u

const evilImages = imagesOf(id).replaceAll('"subvariant": "Minimal"', `"subvariant": ${JSON.stringify(evil)}`)

test('outside text in a table of images stays in its cell', async () => {
  await using fedora = await smallFedora({ [metadata(id)]: evilImages })

  const { stdout } = await nightjar('images', id, '--table', '--search', 'Fedora-Minimal', ...fedora.config)

  expect(stdout).not.toMatch(unsafe)
  expect(stdout.trimEnd().split('\n')).toHaveLength(2)
})

test('outside text in JSON is escaped, and the same when it is read', async () => {
  await using fedora = await smallFedora({ [metadata(id)]: evilImages })

  const { stdout } = await nightjar('images', id, '--json', '--search', 'Fedora-Minimal', ...fedora.config)

  expect(stdout).not.toMatch(unsafe)
  expect(printed('nightjar/images/1', stdout)).toMatchObject({ images: [{ subvariant: evil }] })
})

test('outside text in a line stays in its line', async () => {
  await using fedora = await smallFedora({
    [metadata(id)]: evilImages,
    [metadata(before)]: imagesOf(before),
  })

  const { stdout } = await nightjar('diff', before, id, ...fedora.config)

  expect(stdout).not.toMatch(unsafe)
  expect(stdout).toContain('1 new, 1 gone')
  expect(stdout.trimEnd().split('\n')).toHaveLength(3)
})

test.each([
  ['a service that is broken', ['images', id], { [metadata(id)]: { status: 503, text: evil } }, 3],
  ['a proxy that refuses', ['images', id], { [metadata(id)]: { status: 403, text: evil } }, 1],
  ['an answer that is no JSON', ['images', id], { [metadata(id)]: { status: 200, text: evil } }, 3],
  [
    'a folder index that is none',
    ['find', 'rawhide'],
    { '/compose/rawhide/': { status: 200, text: evil } },
    3,
  ],
  ['a Koji fault', ['tasks', id], { '/kojihub': { status: 200, text: writeFault(1000, evil) } }, 1],
])('the error of %s is one line without control characters', async (_what, args, files, exit) => {
  await using fedora = await smallFedora(files)

  const { code, stdout, stderr } = await nightjar(...args, ...fedora.config)

  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
  expect(stderr).toContain('X')
  expect(stderr).not.toMatch(unsafe)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})

const page = '<!DOCTYPE html>\n<html><head><title>503 Busy</title></head><body><h1>Busy</h1></body></html>'

test.each([
  ['images.json', ['images', id], { [metadata(id)]: { status: 503, text: page } }],
  ['images.json', ['images', id], { [metadata(id)]: { status: 403, text: page } }],
  ['images.json', ['images', id], { [metadata(id)]: { status: 200, text: page } }],
  ['the index', ['find', 'rawhide'], { '/compose/rawhide/': { status: 200, text: page } }],
  ['Koji', ['tasks', id], { '/kojihub': { status: 200, text: page } }],
  ['Koji', ['tasks', id], { '/kojihub': { status: 502, text: page } }],
])('a page of HTML instead of %s is named by its title, not quoted', async (_what, args, files) => {
  await using fedora = await smallFedora(files)

  const { stderr } = await nightjar(...args, ...fedora.config)

  expect(stderr).toContain('HTML')
  expect(stderr).toContain('503 Busy')
  expect(stderr).not.toMatch(/<\/?(?:!DOCTYPE|html|head|title|body|h1)/i)
})
