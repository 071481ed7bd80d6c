import { expect, test } from 'vitest'
import { formatComposeId } from '../../../compose/naming/compose-id.ts'
import { composeNames } from '../../../compose/naming/listing.ts'

const index = (...hrefs: readonly string[]) =>
  `<html><body><pre><a href="?C=N;O=D">Name</a>\n${hrefs
    .map((href) => `<img src="/icons/folder.gif" alt="[DIR]"> <a href="${href}">x</a>  2026-11-24 05:15    -`)
    .join('\n')}\n</pre></body></html>`

test('a folder index gives its composes, the oldest first and each once', () => {
  const listing = index(
    'Fedora-Rawhide-20261124.n.10/',
    'Fedora-Rawhide-20261124.n.9/',
    'Fedora-Rawhide-20261123.n.0/',
    'Fedora-Rawhide-20261124.n.9/',
  )

  expect(composeNames(listing).map(formatComposeId)).toEqual([
    'Fedora-Rawhide-20261123.n.0',
    'Fedora-Rawhide-20261124.n.9',
    'Fedora-Rawhide-20261124.n.10',
  ])
})

test.each([
  '/compose/',
  'latest-Fedora-Rawhide/',
  '../Fedora-Rawhide-20261124.n.0/',
  'https://evil.example/Fedora-Rawhide-20261124.n.0/',
  'Fedora-Rawhide-20261124.n.0',
  'Fedora-Rawhide-20261124.n.0/../',
  'Fedora-Rawhide-20261124.n.0%2f/',
  'Fedora-Rawhide-20261124.n.0/?x',
  'Fedora-Rawhide-20250229.n.0/',
  'Fedora-Rawhide-20261124.n.0" onload="x/',
  '<script>alert(1)</script>/',
])('a link to %s names no compose', (href) => {
  expect(composeNames(index(href))).toEqual([])
})

test('a page that is not an index names no compose, even if it is large', () => {
  expect(composeNames('')).toEqual([])
  expect(composeNames('<a href="'.repeat(200_000))).toEqual([])
})

const links = (...names: readonly string[]) => names.map((name) => `<a href="${name}/">x</a>`).join('')
const ofLength = (length: number) => `Fedora-${'A'.repeat(length - 21)}-44-20261124.0`

test('an index may be one line, and its names may have up to 120 characters', () => {
  expect(
    composeNames(links('Fedora-44-20261124.n.0', 'Fedora-44-20261123.n.0')).map(formatComposeId),
  ).toEqual(['Fedora-44-20261123.n.0', 'Fedora-44-20261124.n.0'])
  expect(composeNames(links(ofLength(120)))).toHaveLength(1)
  expect(composeNames(links(ofLength(121)))).toEqual([])
})
