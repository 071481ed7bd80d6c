import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { composeClasses, composeClassOf } from '../../../compose/places/compose-class.ts'
import type { ComposeRef } from '../../../compose/naming/compose-ref.ts'
import { composeUrl, composeUrls } from '../../../compose/places/compose-url.ts'
import { parseComposeUrl } from '../../../compose/places/parse-compose-url.ts'
import { anyComposeRef } from '../any-compose.ts'

const pungi = (name: string): ComposeRef => ({ kind: 'pungi', id: parseComposeId(name) })
const koji = 'https://kojipkgs.fedoraproject.org'
const pub = 'https://dl.fedoraproject.org/pub'

const urls: readonly (readonly [string, ComposeRef])[] = [
  [`${koji}/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose`, pungi('Fedora-Rawhide-20261124.n.0')],
  [`${koji}/compose/branched/Fedora-44-20261124.n.2/compose`, pungi('Fedora-44-20261124.n.2')],
  [`${koji}/compose/44/Fedora-44-20261124.0/compose`, pungi('Fedora-44-20261124.0')],
  [
    `${koji}/compose/updates/Fedora-Epel-Next-9-updates-20260807.0/compose`,
    pungi('Fedora-Epel-Next-9-updates-20260807.0'),
  ],
  [`${koji}/mash/rawhide-20150820/rawhide`, { kind: 'mash', version: 'Rawhide', date: '20150820' }],
  [`${koji}/mash/branched-20150820/23`, { kind: 'mash', version: '23', date: '20150820' }],
  [`${pub}/alt/stage/43_RC-1.3`, { kind: 'staged', release: 43, label: { name: 'RC', major: 1, minor: 3 } }],
  [`${pub}/alt/stage/22_Beta_TC3`, { kind: 'candidate', release: 22, milestone: 'Beta', build: 'TC3' }],
  [`${pub}/alt/stage/22_RC1.1`, { kind: 'candidate', release: 22, milestone: 'Final', build: 'RC1.1' }],
  [`${pub}/alt/atomic/testing/23-20160219.1`, { kind: 'two-week', release: 23, date: '20160219', respin: 1 }],
  [`${pub}/fedora/linux/releases/test/43_Beta`, { kind: 'milestone', release: 43, milestone: 'Beta' }],
  [`${pub}/fedora/linux/releases/43`, { kind: 'stable', release: 43, tree: 'current' }],
  [`${pub}/archive/fedora/linux/releases/38`, { kind: 'stable', release: 38, tree: 'archive' }],
  [`${pub}/archive/fedora/linux/core/5`, { kind: 'stable', release: 5 }],
]

test.each(urls)('%s names one compose, and it is the URL of that compose', (url, ref) => {
  expect(parseComposeUrl(url)).toEqual(ref)
  expect(composeUrl(ref)).toBe(url)
})

test('every compose is read back from each of its URLs', () => {
  const placed = anyComposeRef.filter(
    (ref) => ref.kind !== 'respin' && (ref.kind !== 'pungi' || composeClassOf(ref.id) !== null),
  )
  fc.assert(
    fc.property(placed, (ref) => {
      const all = composeUrls(ref)
      expect(all.length).toBeGreaterThan(0)
      for (const url of all) {
        const read = parseComposeUrl(url)
        expect(read).toMatchObject(ref)
        expect(composeUrl(read)).toBe(url)
      }
    }),
    { numRuns: 500 },
  )
})

test('a release known only by its number has a URL among the current releases and one in the archive', () => {
  expect(composeUrls({ kind: 'stable', release: 42 })).toEqual([
    `${pub}/fedora/linux/releases/42`,
    `${pub}/archive/fedora/linux/releases/42`,
  ])
})

test('live respins share a folder, and its URL names none of them', () => {
  const folder = composeUrl({ kind: 'respin', release: 43, date: '20251215' })

  expect(folder).toBe(`${pub}/alt/live-respins`)
  expect(() => parseComposeUrl(folder)).toThrow("URL of a compose's folder")
})

test.each([
  'http://kojipkgs.fedoraproject.org/compose//rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose/',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0',
])('%s is accepted, although its form is unusual', (url) => {
  expect(parseComposeUrl(url)).toEqual(pungi('Fedora-Rawhide-20261124.n.0'))
})

test('a URL of the redirector is read like a URL of the mirror', () => {
  expect(parseComposeUrl('https://download.fedoraproject.org/pub/fedora/linux/releases/43')).toEqual({
    kind: 'stable',
    release: 43,
    tree: 'current',
  })
})

test.each([
  'https://evil.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org.evil.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org:8443/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://127.0.0.1/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
])('%s is on a host that is not allowed', (url) => {
  expect(() => parseComposeUrl(url)).toThrow('expected a URL on an allowed host (kojipkgs.fedoraproject.org,')
})

test.each([
  'https://kojipkgs.fedoraproject.org@evil.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://me:word@kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/../rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/%2e%2e/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide%2FFedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide\\Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose?x=1',
  'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose#x',
  'ftp://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'file:///etc/passwd',
  'https://kojipkgs.fedoraproject.org/compose/./rawhide/Fedora-Rawhide-20261124.n.0/compose',
  'https://kojipkgs.fedoraproject.org',
  `xhttps://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose`,
  'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose\n',
  ` ${koji}/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose`,
  `${koji}/${'a'.repeat(100_000)}`,
  'https://999.999.999.999/compose',
  '',
])('%s is ambiguous and is refused', (url) => {
  expect(() => parseComposeUrl(url)).toThrow('expected an http(s) URL without')
})

test.each([
  `${koji}/`,
  `${koji}/compose/rawhide`,
  `${koji}/compose/branched/Fedora-Rawhide-20261124.n.0/compose`,
  `${koji}/compose/rawhide/Fedora-Rawhide-20261124.n.0/logs`,
  `${koji}/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose/Server`,
  `${koji}/compose/rawhide/latest-Fedora-Rawhide/compose`,
  `${pub}/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose`,
  `${pub}/archive/fedora/linux/core/7`,
  `${pub}/fedora/linux/releases/6`,
  `${pub}/fedora/linux/releases/test/43_Gamma`,
  `${koji}/mash/rawhide-20150820/23`,
  `${koji}/composes/rawhide/Fedora-Rawhide-20261124.n.0/compose`,
])('%s is on an allowed host, but is not a compose', (url) => {
  expect(() => parseComposeUrl(url)).toThrow("expected the URL of a compose's folder below")
})

test('composes of other sites are read and written in the same way', () => {
  const top = 'http://127.0.0.1:8080'
  const sites = {
    composes: [`${top}/compose/`],
    mash: [`${top}/mash`],
    mirror: [`${top}/pub`],
    classes: composeClasses,
    coreos: 'http://h/coreos',
  }
  const url = `${top}/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose`

  expect(composeUrl(parseComposeUrl(url, sites), sites)).toBe(url)
  expect(() => parseComposeUrl(`${koji}/compose`, sites)).toThrow('an allowed host (127.0.0.1:8080)')
})

test('a site without a base has no URLs, and a compose without a place has none', () => {
  const none = { composes: [], mash: [], mirror: [], classes: composeClasses, coreos: '' }
  const core = { kind: 'stable', release: 5, tree: 'archive' } as const

  expect(() => composeUrl(pungi('Fedora-Rawhide-20261124.n.0'), none)).toThrow(
    'no URL of a compose tree is configured',
  )
  expect(() => composeUrl({ kind: 'stable', release: 43 }, none)).toThrow(
    'no base URL is configured for mirror',
  )
  expect(() => composeUrl(core)).toThrow(
    'no place is known for Fedora-5-19700101.0: add it to the table of places',
  )
})
