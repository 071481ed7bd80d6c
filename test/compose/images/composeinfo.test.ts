import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { parseComposeInfo } from '../../../compose/images/composeinfo.ts'
import { composeInfoJson } from '../real-composes.ts'

const candidate = {
  header: { type: 'productmd.composeinfo', version: '1.2' },
  payload: {
    compose: { id: 'Fedora-44-20261124.0', type: 'production', date: '20261124', respin: 0, label: 'RC-1.2' },
    release: { name: 'Fedora', short: 'Fedora', version: '44', type: 'ga', internal: false },
    variants: {
      Server: { id: 'Server', uid: 'Server', name: 'Server', type: 'variant', arches: ['x86_64'], paths: {} },
    },
  },
}

test('composeinfo.json has the id, label, release and variants of its compose', () => {
  expect(parseComposeInfo(JSON.stringify(candidate))).toEqual({
    name: 'Fedora-44-20261124.0',
    id: parseComposeId('Fedora-44-20261124.0'),
    type: 'production',
    date: '20261124',
    respin: 0,
    label: 'RC-1.2',
    release: { name: 'Fedora', short: 'Fedora', version: '44' },
    variants: [{ uid: 'Server', name: 'Server', type: 'variant', arches: ['x86_64'] }],
  })
})

test('a value that an old file does not have is empty, and an unknown form of id is kept as text', () => {
  const text = JSON.stringify({
    payload: { compose: { id: 'Other-1' }, product: { short: 'F', version: 21 } },
  })

  expect(parseComposeInfo(text)).toEqual({
    name: 'Other-1',
    id: null,
    type: '',
    date: '',
    respin: 0,
    label: null,
    release: { name: '', short: 'F', version: '21' },
    variants: [],
  })
})

test('a file without a product gives an empty product', () => {
  const { release } = parseComposeInfo('{"payload":{"compose":{"id":"Other-1"}}}')

  expect(release).toEqual({ name: '', short: '', version: '' })
})

test('a variant is named by its uid, else by its id, else by its key; arches that are not a list are ignored', () => {
  const variants = {
    A: { uid: 'Server-optional', id: 'optional', name: 'n', type: 't', arches: ['x86_64'] },
    B: { id: 'Cloud', arches: 'x86_64' },
    C: {},
  }

  expect(
    parseComposeInfo(JSON.stringify({ payload: { compose: { id: 'Other-1' }, variants } })).variants,
  ).toEqual([
    { uid: 'Server-optional', name: 'n', type: 't', arches: ['x86_64'] },
    { uid: 'Cloud', name: '', type: '', arches: [] },
    { uid: 'C', name: '', type: '', arches: [] },
  ])
})

test.each([
  ['a web page', '<html>', 'HTML'],
  ['a file without an id', '{"payload":{"compose":{}}}', 'payload.compose.id'],
])('the error for %s says what was expected', (_, text, reason) => {
  expect(() => parseComposeInfo(text)).toThrow('expected composeinfo.json')
  expect(() => parseComposeInfo(text)).toThrow(reason)
})

test('a real nightly of 2024 has its identity and eleven variants', () => {
  const info = parseComposeInfo(composeInfoJson('Fedora-Rawhide-20240829.n.1'))

  expect(info.id).toEqual(parseComposeId('Fedora-Rawhide-20240829.n.1'))
  expect(info.release.version).toBe('Rawhide')
  expect(info.label).toBeNull()
  expect(info.variants).toHaveLength(11)
})
