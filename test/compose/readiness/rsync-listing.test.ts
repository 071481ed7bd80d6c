import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeListing, type ListedEntry, type ListingEnd } from '../../../compose/readiness/rsync-listing.ts'
import { decodeName } from '../../../compose/readiness/rsync-name.ts'

const top = 'drwxr-xr-x        4096 2026/11/24 06:00:00 .\n'
const dvd = '-rw-r--r--  2576980377 2026/11/24 06:12:59 Server/x86_64/iso/dvd.iso\n'

test('a line becomes an entry with size in bytes and time in UTC', () => {
  const { entries } = decode(top + dvd)

  expect(entries[1]).toEqual({
    type: '-',
    mode: 'rw-r--r--',
    size: 2_576_980_377,
    mtime: '2026-11-24T06:12:59Z',
    name: 'Server/x86_64/iso/dvd.iso',
    spelled: 'Server/x86_64/iso/dvd.iso',
  })
})

test('the entries are the same however the text is cut into pieces', () => {
  const text = `${top}${dvd}-rw-r--r--           1 2026/11/24 06:12:59 caf\\#303\\#251\n`

  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const edges = [0, ...cuts.toSorted((left, right) => left - right), text.length]
      const pieces = edges.slice(1).map((edge, index) => text.slice(edges[index], edge))

      expect(decode(...pieces)).toEqual(decode(text))
    }),
  )
})

test.each([
  ['  2,576,980,377', 2_576_980_377],
  ['    257,698,037', 257_698_037],
  ['     25,769,803', 25_769_803],
  ['25,769,803,776,000', 25_769_803_776_000],
])('the size %s is read with its commas between thousands', (said, size) => {
  const { entries } = decode(`${top}-rw-r--r-- ${said} 2026/11/24 06:12:59 dvd.iso\n`)

  expect(entries[1]?.size).toBe(size)
})

test('a name keeps its blanks, arrows and digits', () => {
  for (const name of [' lead', 'trail ', 'a  b', 'a -> b', '1,234 2026/11/24 06:00:00 x', '-dash']) {
    const { entries } = decode(`${top}-rw-r--r--           1 2026/11/24 06:12:59 ${name}\n`)

    expect(entries[1]?.name).toBe(name)
  }
})

test('a name that holds a whole listing line stays one name', () => {
  const name = `x.iso\n${dvd.trimEnd()}`

  const { entries, end } = decode(`${top}-rw-r--r--           1 2026/11/24 06:12:59 ${spell(name)}\n`)

  expect(entries.map((entry) => entry.name)).toEqual(['.', name])
  expect(end.doubt).toBeNull()
})

test('every name that is UTF-8 decodes to itself', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      expect(decodeName(spell(name))).toBe(name)
    }),
  )
})

test('a name may begin with a byte order mark', () => {
  expect(decodeName(spell('\u{feff}a'))).toBe('\u{feff}a')
})

test('a name that is not UTF-8 has no text, only its spelling', () => {
  const { entries } = decode(`${top}-rw-r--r--           1 2026/11/24 06:12:59 latin-\\#351\n`)

  expect(entries[1]).toMatchObject({ name: null, spelled: 'latin-\\#351' })
})

describe('a greeting', () => {
  test('that imitates files forges no entry', () => {
    const { entries, end } = decode(`Be kind.\n${dvd}\n${top}`)

    expect(entries.map((entry) => entry.name)).toEqual(['.'])
    expect(end).toEqual({ entries: 1, ignored: 3, doubt: null })
  })

  test('that imitates a whole listing puts the listing in doubt', () => {
    expect(decode(top + dvd + top).end.doubt).toMatch(/begins twice/)
  })

  test.each([
    ['a blank line', '\n'],
    ['text', 'motd\n'],
    ['a size too narrow', '-rw-r--r--    1 2026/11/24 06:12:59 forged.iso\n'],
    ['units', '-rw-r--r--          4.10K 2026/11/24 06:12:59 forged.iso\n'],
    ['a line that begins late', ` ${dvd}`],
    ['no name', '-rw-r--r--           1 2026/11/24 06:12:59 \n'],
  ])('with %s after the first line of the listing puts it in doubt', (_, line) => {
    const { entries, end } = decode(top + line + dvd)

    expect(entries.map((entry) => entry.name)).toEqual(['.', 'Server/x86_64/iso/dvd.iso'])
    expect(end.doubt).toMatch(/does not belong to a listing/)
  })
})

test('a text that is not a listing is in doubt, and the reason quotes its first line', () => {
  expect(decode('motd\nmore\n').end).toEqual({
    entries: 0,
    ignored: 2,
    doubt: 'it has no line of a listing: "motd"',
  })
})

test('the reason for doubt is the first thing that is wrong with a listing', () => {
  expect(decode(`${top}motd\nmore\n${top}rest`).end.doubt).toBe('a line does not belong to a listing: "motd"')
  expect(decode('motd\nrest').end.doubt).toBe('the last line was cut off: "rest"')
})

test('an empty answer has no entry and is not in doubt', () => {
  expect(decode().end).toEqual({ entries: 0, ignored: 0, doubt: null })
})

test('a listing begins with its folder, not with a file or another folder', () => {
  for (const line of [top.replace('d', '-'), top.replace('.', 'Server')]) {
    expect(decode(line)).toMatchObject({
      entries: [],
      end: { ignored: 1, doubt: expect.stringContaining('no line of a listing') },
    })
  }
})

test('a line may have up to 65,536 characters', () => {
  const line = dvd.trimEnd()
  const longest = line + 'x'.repeat(65_536 - line.length)

  expect(decode(top, longest, '\n').entries).toHaveLength(2)
  expect(decode(top, `${longest}x`, '\n')).toMatchObject({
    entries: [{ name: '.' }],
    end: { doubt: expect.stringContaining('cut off') },
  })
})

test('a last line without a newline was cut off and is not an entry', () => {
  const { entries, end } = decode(top + dvd.trimEnd())

  expect(entries).toHaveLength(1)
  expect(end.doubt).toMatch(/cut off/)
})

test('a line that never ends is not kept, and neither is the text after it', () => {
  const decoder = decodeListing(() => {})

  for (let count = 0; count < 1000; count++) decoder.push('x'.repeat(10_000))
  decoder.push(`\n${top}`)

  expect(decoder.end()).toMatchObject({ entries: 0, doubt: expect.stringContaining('cut off') })
})

/** Names of any code points, among them many that an escape is made of. */
const anyName = fc
  .array(
    fc.oneof(
      fc.constantFrom(...['\\', '#', '0', '3', '7'].map((character) => character.codePointAt(0) ?? 0)),
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0x80, max: 0x10_ffff }).filter((point) => point < 0xd8_00 || point > 0xdf_ff),
    ),
    { minLength: 1 },
  )
  .map((points) => String.fromCodePoint(...points))

function decode(...chunks: readonly string[]): { entries: readonly ListedEntry[]; end: ListingEnd } {
  const entries: ListedEntry[] = []
  const decoder = decodeListing((entry) => entries.push(entry))
  for (const chunk of chunks) decoder.push(chunk)
  return { entries, end: decoder.end() }
}

/** A name as rsync 3.5 writes it in the C locale, by its manual and source, independently of the decoder. */
function spell(name: string): string {
  const bytes = [...new TextEncoder().encode(name)]
  const text = bytes.map((byte) => String.fromCharCode(byte)).join('')
  return bytes
    .map((byte, index) => {
      const escaped =
        (byte < 0x20 && byte !== 0x09) || byte >= 0x80 || /^\\#\d{3}/.test(text.slice(index, index + 5))
      return escaped ? `\\#${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte)
    })
    .join('')
}
