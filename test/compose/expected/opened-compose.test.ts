import { expect, test } from 'vitest'
import { judgedAs, locate } from '../../../compose/expected/opened-compose.ts'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../../compose/naming/compose-ref.ts'

const twoWeek: ComposeRef = { kind: 'two-week', release: 23, date: '20160219', respin: null }
const candidate: ComposeRef = { kind: 'candidate', release: 22, milestone: 'Beta', build: 'TC3' }

test('a compose with an id is judged by its id', () => {
  expect(judgedAs(parseComposeId('Fedora-IoT-44-20261124.0'))).toEqual({ lineup: 'iot', release: 44 })
  expect(judgedAs(parseComposeId('Fedora-44-20261124.0'), twoWeek)).toEqual({ lineup: 'fedora', release: 44 })
})

test.each<[string, ComposeRef | undefined, ReturnType<typeof judgedAs>]>([
  ['a two-week Atomic', twoWeek, { lineup: 'two-week-atomic', release: 23 }],
  ['a candidate of 2015', candidate, { lineup: 'fedora', release: 22 }],
  ['a release', { kind: 'stable', release: 43 }, null],
  ['an unknown compose', undefined, null],
])('without an id, %s is judged as %j', (_, ref, judged) => {
  expect(judgedAs(null, ref)).toEqual(judged)
})

test('the URL of an image is its path below the tree, with every part of the path escaped', () => {
  const image = { subvariant: 'S', type: 't', format: 'f', arch: 'a', variant: 'V', size: 1, disc: 1 }

  expect(locate('http://h/tree', [{ ...image, path: 'a b/c?.iso' }])).toEqual([
    { ...image, path: 'a b/c?.iso', url: 'http://h/tree/a%20b/c%3F.iso' },
  ])
  const [half] = locate('http://h/tree', [{ ...image, path: '\uD800.iso' }])
  expect(half?.url).toBe('http://h/tree/%EF%BF%BD.iso')
})
