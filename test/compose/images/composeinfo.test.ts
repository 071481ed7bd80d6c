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

test('a compose says its id, label, release and variants', () => {
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

test('what an old or odd file leaves out is empty, and a strange id is kept as it stands', () => {
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

test('a compose that names no product has an empty one', () => {
  const { release } = parseComposeInfo('{"payload":{"compose":{"id":"Other-1"}}}')

  expect(release).toEqual({ name: '', short: '', version: '' })
})

test('a variant goes by its uid, else by its id, else by its key; arches that are no list are none', () => {
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
  ['no JSON', '<html>', 'HTML'],
  ['no id', '{"payload":{"compose":{}}}', 'payload.compose.id'],
])('%s is refused with what was expected', (_, text, reason) => {
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
