import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { archivedMetadataUrl, seriesUrl } from '../../../compose/places/metadata-archive.ts'

test('the metadata of a finished compose is kept under the year of its date', () => {
  const id = parseComposeId('Fedora-Rawhide-20240829.n.1')

  expect(archivedMetadataUrl(id, 'http://archive', 'images.json')).toBe(
    'http://archive/2024/Fedora-Rawhide-20240829.n.1/images.json',
  )
})

test.each([
  ['Fedora-Rawhide-20240829.n.1', 'Fedora-rawhide'],
  ['Fedora-42-20250409.n.0', 'Fedora-42'],
  ['Fedora-ELN-20250409.n.0', 'Fedora-eln'],
  ['Fedora-IoT-42-20250409.0', 'Fedora-IoT-42'],
  ['Fedora-42-updates-testing-20250409.0', 'Fedora-42'],
])('the series of %s is %s', (text, series) => {
  expect(seriesUrl(parseComposeId(text), 'http://archive')).toBe(`http://archive/series/${series}`)
})
