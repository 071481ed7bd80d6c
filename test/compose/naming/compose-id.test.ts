import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareComposeIds,
  composeDateOf,
  formatComposeId,
  parseComposeId,
  readComposeId,
} from '../../../compose/naming/compose-id.ts'
import { anyIdOfPungi, anyNightly } from '../any-compose.ts'

test('an id is split into its parts', () => {
  expect(parseComposeId('Fedora-Epel-Next-9-updates-testing-20250820.0')).toEqual({
    short: 'Fedora-Epel-Next',
    version: '9',
    versionType: 'updates-testing',
    date: '20250820',
    type: 'production',
    respin: 0,
  })
  expect(parseComposeId('Fedora-Rawhide-20261124.n.12')).toEqual({
    short: 'Fedora',
    version: 'Rawhide',
    date: '20261124',
    type: 'nightly',
    respin: 12,
  })
})

test('an id of a layered product and one of a single variant are split, too', () => {
  expect(parseComposeId('Supp-1.0-updates-RHEL-9.4-20261124.0')).toMatchObject({
    short: 'Supp',
    version: '1.0',
    versionType: 'updates',
    baseProduct: 'RHEL-9.4',
  })
  expect(parseComposeId('RHEL-5.11-Server-20261124.0')).toMatchObject({ version: '5.11', variant: 'Server' })
})

test.each([
  'Fedora-44-20261124.n.0',
  'Fedora-43-20251016.1',
  'Fedora-eln-20251226.n.0',
  'Fedora-ELN-20251226.n.0',
  'Fedora-Cloud-43-20260106.0',
  'Fedora-Container-42-20260101.0',
  'Fedora-IoT-44-20251026.0',
  'Fedora-43-updates-20251010.0',
  'Fedora-EPEL-10.1-updates-testing-20251031.0',
  'Fedora-Epel-9-updates-20250926.0',
  'Fedora-Rawhide-20261124.t.1',
  'Fedora-Rawhide-20261124.ci.1',
  'Fedora-44-20261124.d.3',
  'FACD-26-20170101.n.1',
  'FedoraRespin-43-updates-20251215.0',
  'Fedora-38-19700101.0',
  'Fedora-rawhide-20261124.n.99999',
  'Fedora-10-eus-20261124.0',
  'FedoraRespin2-A-B9-43-updates-20251215.0',
  'AlmaLinux-10-20261124.0',
  'CentOS-Stream-10-20261124.d.0',
  'RHEL-9.4.0-eus-20261124.2',
  'Supp-1.0-RHEL-9.4-20261124.0',
  'RHEL-5.11-Server-20261124.0',
])('%s is read and written back unchanged', (text) => {
  expect(formatComposeId(parseComposeId(text))).toBe(text)
})

test('every id is read back as it was written', () => {
  fc.assert(
    fc.property(anyIdOfPungi, (id) => {
      expect(parseComposeId(formatComposeId(id))).toEqual(id)
    }),
  )
})

test('every text that is read as an id is written back unchanged', () => {
  const nearly = fc.stringMatching(/^Fedora-[\w.-]{1,12}-20261[0-3][0-3]\d\.(?:n\.)?\d{1,2}$/)
  fc.assert(
    fc.property(nearly, (text) => {
      const id = readComposeId(text)
      expect(id === null ? text : formatComposeId(id)).toBe(text)
    }),
  )
})

test.each([
  ['another text', 'rawhide'],
  ['a day that does not exist', 'Fedora-Rawhide-20250229.n.0'],
  ['a month that does not exist', 'Fedora-Rawhide-20251301.n.0'],
  ['no respin', 'Fedora-Rawhide-20261124.n'],
  ['a respin with a leading zero', 'Fedora-Rawhide-20261124.n.00'],
  ['a type of another letter', 'Fedora-Rawhide-20261124.x.0'],
  ['a symbolic link', 'latest-Fedora-Rawhide'],
  ['more after the id', 'Fedora-Rawhide-20261124.n.0/'],
  ['a line break after the id', 'Fedora-Rawhide-20261124.n.0\n'],
  ['a product with a very long name', `Fedora-${'A'.repeat(100)}-44-20261124.0`],
  ['a product in small letters', 'openSUSE-44-20261124.0'],
  ['two variants', 'RHEL-5.11-Server-Client-20261124.0'],
  ['a base product without a version', 'Supp-1.0-RHEL-20261124.n'],
  ['no version', 'Fedora-20261124.0'],
  ['a version that ends in a dot', 'Fedora-10.-20261124.0'],
  ['a version that begins with a dot', 'Fedora-.1-20261124.0'],
  ['a word for a version', 'Fedora-Cowhide-20261124.n.0'],
  ['a part of a product in small letters', 'Fedora-cloud-44-20261124.0'],
  ['a date with a digit too many', 'Fedora-44-202611241.0'],
  ['a respin with six digits', 'Fedora-44-20261124.100000'],
  ['a respin in words', 'Fedora-44-20261124.one'],
  ['two types', 'Fedora-44-20261124.n.t.0'],
])('%s is not a compose id, and the error says the expected forms and what arrived', (_, text) => {
  expect(readComposeId(text)).toBeNull()
  expect(() => parseComposeId(text)).toThrow('Fedora-Rawhide-20261124.n.0')
  expect(() => parseComposeId(text)).toThrow(JSON.stringify(text).slice(0, 40))
})

test('a very long text is refused at once, and the error quotes only its beginning', () => {
  const text = `Fedora${'-A'.repeat(500_000)}`

  expect(() => parseComposeId(text)).toThrow(/^.{0,400}$/)
})

const ofLength = (length: number) => `Fedora-${'A'.repeat(length - 21)}-44-20261124.0`

test('an id is at most 120 characters long', () => {
  expect(readComposeId(ofLength(120))).toMatchObject({ version: '44' })
  expect(ofLength(120)).toHaveLength(120)
  expect(readComposeId(ofLength(121))).toBeNull()
})

test('composes order by date, then type, then respin as a number', () => {
  const ordered = [
    'Fedora-44-20261123.n.11',
    'Fedora-44-20261124.t.5',
    'Fedora-44-20261124.ci.0',
    'Fedora-44-20261124.n.2',
    'Fedora-44-20261124.n.10',
    'Fedora-44-20261124.0',
    'Fedora-44-20261124.d.0',
  ]

  const sorted = ordered.toReversed().map(parseComposeId).toSorted(compareComposeIds).map(formatComposeId)

  expect(sorted).toEqual(ordered)
})

test('the order is total: antisymmetric, transitive, and equal for equals only', () => {
  fc.assert(
    fc.property(anyNightly, anyNightly, anyNightly, (a, b, c) => {
      const [ab, bc, ac] = [compareComposeIds(a, b), compareComposeIds(b, c), compareComposeIds(a, c)]
      expect(Math.sign(ab)).toBe(0 - Math.sign(compareComposeIds(b, a)))
      expect(ab === 0).toBe(formatComposeId(a) === formatComposeId(b))
      expect(ab <= 0 && bc <= 0 && ac > 0).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('composes with the same date, type and respin are ordered by their lines', () => {
  const ordered = ['Fedora-43-20261124.0', 'Fedora-44-20261124.0', 'Fedora-44-updates-20261124.0']

  const sorted = ordered.toReversed().map(parseComposeId).toSorted(compareComposeIds).map(formatComposeId)

  expect(sorted).toEqual(ordered)
})

test('the date of a compose is written with dashes', () => {
  expect(composeDateOf(parseComposeId('Fedora-Rawhide-20261124.n.0'))).toBe('2026-11-24')
})
