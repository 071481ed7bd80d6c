import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arch, compose, documentOf, header, read } from './rpms-json-text.ts'

async function packagesIn(rpms: unknown): Promise<Readonly<Record<string, string>>> {
  const { packages } = await read(documentOf(rpms))
  return Object.fromEntries(packages)
}

describe('the source packages of rpms.json', () => {
  test('are those of all variants and arches, with their epoch unless it is 0', async () => {
    const rpms = {
      Everything: {
        x86_64: arch('bash-0:5.2.26-3.fc45.src', 'vim-2:9.1.100-1.fc45.src'),
        s390x: arch('s390utils-2:2.35.0-1.fc45.src'),
      },
      Server: { x86_64: arch('bash-0:5.2.26-3.fc45.src', 'python3.14-0:3.14.0~rc1-2.fc45.src') },
    }

    expect(await read(documentOf(rpms))).toEqual({
      packages: new Map([
        ['bash', '5.2.26-3.fc45'],
        ['vim', '2:9.1.100-1.fc45'],
        ['s390utils', '2:2.35.0-1.fc45'],
        ['python3.14', '3.14.0~rc1-2.fc45'],
      ]),
      skipped: 0,
    })
  })

  test('are the newest of several builds, in either order', async () => {
    const builds = ['a-0:1.9-1.fc45.src', 'a-0:1.10-1.fc45.src', 'a-0:1.2-1.fc45.src']

    expect(await packagesIn({ Everything: { x86_64: arch(...builds) } })).toEqual({ a: '1.10-1.fc45' })
    expect(await packagesIn({ Everything: { x86_64: arch(...builds.toReversed()) } })).toEqual({
      a: '1.10-1.fc45',
    })
  })

  test('are read alike from pieces of any size', async () => {
    const text = documentOf({ Everything: { x86_64: arch('a-0:1-1.src', 'bé-0:1-1.src', 'c-3:1-1.src') } })

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (size) => {
        expect(await read(text, size)).toEqual(await read(text))
      }),
      { numRuns: 30 },
    )
  })

  test('are those of a variant that comes first, if it comes again', async () => {
    const text = documentOf({
      Everything: { x86_64: arch('a-0:1-1.src') },
      Again: { x86_64: arch('b-0:2-1.src') },
    })

    expect(await read(text.replace('"Again"', '"Everything"'))).toEqual({
      packages: new Map([['a', '1-1']]),
      skipped: 1,
    })
  })

  test('are not told from keys outside of payload.rpms', async () => {
    const rpms = { Everything: { x86_64: arch('a-0:1-1.src') } }
    const other = { V: { x86_64: arch('b-0:1-1.src') } }
    const text = JSON.stringify({
      rpms: other,
      header,
      payload: { modules: other, compose, rpms },
      x: [rpms],
    })

    expect([...(await read(text)).packages.keys()]).toEqual(['a'])
  })
})
