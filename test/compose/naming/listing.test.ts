import { expect, test } from 'vitest'
import { formatComposeId } from '../../../compose/naming/compose-id.ts'
import { Garbled } from '../../../compose/garbled.ts'
import { composeNames } from '../../../compose/naming/listing.ts'

const index = (...hrefs: readonly string[]) =>
  `<html><body><pre><a href="?C=N;O=D">Name</a>\n<a href="/compose/">Parent Directory</a>\n${hrefs
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

test.each(['/compose/', '../'])('an index with only the link %s has no compose', (parent) => {
  expect(
    composeNames(`<pre><a href="?C=N;O=D">Name</a> <a href="${parent}">Parent Directory</a></pre>`),
  ).toEqual([])
})

test('an empty page names no compose', () => {
  expect(composeNames('\n')).toEqual([])
})

test.each([
  ['a bot wall', '<!DOCTYPE html><html><body>Checking that you are not a bot</body></html>'],
  [
    'a bot wall with a link to its maker',
    '<html>Not a bot? <a href="https://wall.example/">About</a></html>',
  ],
  ['a bot wall with a link to a host', '<html>Not a bot? <a href="//wall.example/">About</a></html>'],
  ['a login page', '<html><form>Log in <a href="/accounts/password/">Forgot?</a></form></html>'],
  ['a login page with links in its folder', '<html><a href="accounts/password/">Forgot?</a></html>'],
  ['a page with a way home', '<html>Not a bot? <a href="/">Go home</a></html>'],
  ['a large page', '<a href="'.repeat(200_000)],
])('%s is not a folder index', (_, page) => {
  expect(() => composeNames(page)).toThrow(Garbled)
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
