import { describe, expect, test } from 'vitest'
import { readSourcePackages } from '../../../compose/packages/rpms-json.ts'
import { arch, compose, documentOf, header, id, read } from './rpms-json-text.ts'

describe('hostile content of rpms.json', () => {
  test.each([
    ['ANSI', 'a\u001b[31mb-0:1-1.src'],
    ['CRLF', 'a\r\nSubject: b-0:1-1.src'],
    ['bidi', 'a\u202eb-0:1-1.src'],
    ['a line break at the end', 'a-0:1-1.src\n'],
    ['ANSI in the release', 'a-0:1-1\u001b[0m.src'],
    ['no release', 'a-0:1.src'],
    ['a binary package', 'a-0:1-1.x86_64'],
    ['an epoch that is no number', 'a-x:1-1.src'],
    ['no name', '-0:1-1.src'],
    ['nothing', ''],
    ['a hundred kilobytes', `${'a'.repeat(100_000)}-0:1-1.src`],
    ['a hundred kilobytes of dashes', `${'a-'.repeat(50_000)}0:1-1.src`],
  ])('%s in a name: it is skipped and counted', async (_, nevra) => {
    const rpms = { Everything: { x86_64: arch(nevra, 'good-0:1-1.src') } }

    expect(await read(documentOf(rpms))).toEqual({ packages: new Map([['good', '1-1']]), skipped: 1 })
  })

  test.each([
    ['a variant that is a list', { Everything: [arch('b-0:1-1.src')], V: { x: arch('a-0:1-1.src') } }],
    ['a variant that is null', { Everything: null, V: { x: arch('a-0:1-1.src') } }],
    ['an arch that is a text', { V: { y: 'b-0:1-1.src', x: arch('a-0:1-1.src') } }],
    ['a package that is a number', { V: { x: { 'b-0:1-1.src': 7, 'a-0:1-1.src': {} } } }],
  ])('%s is skipped and counted', async (_, rpms) => {
    expect(await read(documentOf(rpms))).toEqual({ packages: new Map([['a', '1-1']]), skipped: 1 })
  })

  test('names of the language of this program are packages like others', async () => {
    const text = documentOf({ P: { x: arch('toString-0:1-1.src', '__proto__-0:2-1.src') } })

    expect((await read(text.replace('"P"', '"__proto__"'))).packages).toEqual(
      new Map([
        ['toString', '1-1'],
        ['__proto__', '2-1'],
      ]),
    )
  })

  test('a key that comes a thousand times counts once', async () => {
    const same = Array.from({ length: 1000 }, () => '"a-0:1-1.src":{}').join(',')
    const text = documentOf({ V: { x: {} } }).replace(/"x": \{\}/, `"x": {${same}}`)

    expect(await read(text)).toEqual({ packages: new Map([['a', '1-1']]), skipped: 0 })
  })

  test('more packages than any compose has are garbled', async () => {
    const [start = '', end = ''] = documentOf({ V: { x: {} } }).split('"x": {}')
    let sent = 0
    async function* pieces() {
      yield Buffer.from(`${start}"x": {"first-0:1-1.src": {}`)
      for (; sent < 100_000_000; sent++) yield Buffer.from(`,"p${sent}-0:1-1.src": {}`)
      yield Buffer.from(`}${end}`)
    }

    await expect(readSourcePackages(id, pieces())).rejects.toMatchObject({ name: 'Garbled' })
    expect(sent).toBeLessThan(250_000)
  })

  test.each([
    ['deep objects', '{"a":', 'more than 64 levels'],
    ['deep lists', '[', 'more than 64 levels'],
    ['a text without end', 'x', 'more than 262144 bytes'],
    ['a number without end', '1', 'more than 262144 bytes'],
  ])('%s are given up early', async (_, piece, why) => {
    const start = { x: '{"a":"', 1: '{"a":' }[piece] ?? ''
    let sent = 0
    async function* pieces() {
      yield Buffer.from(start)
      for (; sent < 4800; sent++) yield Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)))
    }

    await expect(readSourcePackages(id, pieces())).rejects.toMatchObject({
      name: 'Garbled',
      message: expect.stringContaining(why),
    })
    expect(sent).toBeLessThan(70)
  })

  test.each([
    ['nothing', ''],
    ['a web page', '<html><title>Are you a bot?</title></html>'],
    ['a text', '"productmd.rpms"'],
    ['a list', '[]'],
    [
      'an images.json',
      JSON.stringify({ header: { type: 'productmd.images' }, payload: { compose, rpms: {} } }),
    ],
    ['no payload', JSON.stringify({ header })],
    ['rpms that are a list', documentOf([])],
    ['rpms in a list', JSON.stringify({ header, payload: [{ compose, rpms: { V: {} } }] })],
    ['another compose', documentOf({ V: {} }).replace('20310301.n.0', '20310302.n.0')],
    ['no compose', JSON.stringify({ header, payload: { rpms: { V: {} } } })],
    ['a cut document', documentOf({ V: { x: arch('a-0:1-1.src') } }).slice(0, -3)],
    ['a document cut in a name', documentOf({ V: { x: arch('a-0:1-1.src') } }).slice(0, 240)],
    ['two documents', documentOf({ V: {} }) + documentOf({ V: {} })],
    ['a missing comma', documentOf({ V: {}, W: {} }).replace(/\{\},/, '{}')],
    ['a comma too many', documentOf({ V: {} }).replace(/\{\}/, '{},')],
    ['a bracket for a brace', documentOf({ V: {} }).replace(/\{\}/, '{]')],
    ['a bracket at the end of an object', documentOf({ V: {} }).replace(/\}$/, ']')],
    ['two values of one key', documentOf({ V: {} }).replace(/\{\}/, '{}:{}')],
    ['bytes that are no text', `${documentOf({ V: {} }).slice(0, -9)}\u0000`],
    ['too many variants', documentOf(Object.fromEntries(Array.from({ length: 1001 }, (__, at) => [at, {}])))],
  ])('%s is garbled', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({
      name: 'Garbled',
      message: expect.stringMatching(/^[\x20-\x7e…]{10,400}$/),
    })
  })
})
