import { expect, test } from 'vitest'
import { formatComposeId, parseComposeId } from '../../../compose/naming/compose-id.ts'
import { idOfRef, refOfId, type ComposeRef } from '../../../compose/naming/compose-ref.ts'

const nameless: readonly ComposeRef[] = [
  { kind: 'staged', release: 43, label: { name: 'RC', major: 1, minor: 3 } },
  { kind: 'mash', version: 'Rawhide', date: '20150820' },
  { kind: 'candidate', release: 22, milestone: 'Beta', build: 'TC3' },
  { kind: 'two-week', release: 23, date: '20160219', respin: null },
]

test.each(nameless)('a compose of the kind $kind has no id', (ref) => {
  expect(idOfRef(ref)).toBeNull()
})

test.each<readonly [ComposeRef, string]>([
  [{ kind: 'stable', release: 38, tree: 'archive' }, 'Fedora-38-19700101.0'],
  [{ kind: 'milestone', release: 43, milestone: 'Beta' }, 'Fedora-43-19700101.0'],
  [{ kind: 'respin', release: 43, date: '20251215' }, 'FedoraRespin-43-updates-20251215.0'],
])('%j gets a made-up id', (ref, id) => {
  const made = idOfRef(ref)

  expect(made && formatComposeId(made)).toBe(id)
  expect(made && refOfId(made).kind).toBe(ref.kind === 'respin' ? 'respin' : 'stable')
})

test.each([
  'Fedora-38-19700101.1',
  'Fedora-38-19700101.n.0',
  'Fedora-38-20251215.0',
  'Fedora-Rawhide-19700101.0',
  'Fedora-38-updates-19700101.0',
  'Fedora-Cloud-38-19700101.0',
  'FedoraRespin-43-20251215.0',
  'FedoraRespin-43-updates-testing-20251215.0',
  'FedoraRespin-43-updates-20251215.1',
  'FedoraRespin-43-updates-20251215.n.0',
  'FedoraRespin-10.1-updates-20251215.0',
  'Fedora-43-updates-20251215.0',
])('%s is an id of Pungi, not a made-up one', (text) => {
  const id = parseComposeId(text)

  expect(refOfId(id)).toEqual({ kind: 'pungi', id })
  expect(idOfRef(refOfId(id))).toEqual(id)
})

test('a made-up id names its release, or its release and date', () => {
  expect(refOfId(parseComposeId('Fedora-38-19700101.0'))).toEqual({ kind: 'stable', release: 38 })
  expect(refOfId(parseComposeId('FedoraRespin-43-updates-20251215.0'))).toEqual({
    kind: 'respin',
    release: 43,
    date: '20251215',
  })
})
