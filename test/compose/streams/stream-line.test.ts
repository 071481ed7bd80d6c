import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { builtInLines } from '../../../compose/streams/built-in-lines.ts'
import { lineOf, lineNamed, titleOf } from '../../../compose/streams/stream-line.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'rawhide'],
  ['Fedora-44-20261124.n.1', 'branched'],
  ['Fedora-44-20261124.0', 'candidate'],
  ['Fedora-Rawhide-20261124.t.0', null],
  ['Fedora-eln-20261124.n.0', 'eln'],
  ['Fedora-Cloud-44-20261124.n.0', 'cloud'],
  ['Fedora-44-updates-20261124.n.0', null],
  ['Fedora-rawhide-20261124.n.0', 'rawhide'],
  ['Fedora-0-20261124.n.0', null],
  ['Fedora-10.1-20261124.n.0', null],
])('%s belongs to the stream %s', (text, stream) => {
  expect(lineOf(parseComposeId(text), builtInLines)?.name ?? null).toBe(stream)
})

test.each([
  ['rawhide', '46', 'Rawhide'],
  ['branched', '44', 'Fedora 44'],
  ['branched', null, 'Branched'],
  ['iot', '43', 'Fedora IoT 43'],
  ['iot', null, 'Fedora IoT'],
  ['gone', '1', 'gone'],
])('a report on %s of version %s is titled %s', (stream, version, title) => {
  expect(titleOf(stream, version, builtInLines)).toBe(title)
})

test('a stream that is not there is named with those that are', () => {
  expect(() => lineNamed('elm', builtInLines)).toThrow(
    'no stream elm is configured: the streams are rawhide, branched, candidate, iot, cloud, eln',
  )
})
