import { expect, test } from 'vitest'
import { composeUrl } from '../../../compose/places/compose-url.ts'
import { parseComposeUrl } from '../../../compose/places/parse-compose-url.ts'
import { fedoraSites, type Sites } from '../../../compose/places/sites.ts'
import { sitesWith } from '../../../compose/places/unlisted-compose.ts'

const base = 'https://composes.example'
const sites: Sites = { ...fedoraSites, composes: [base] }

test.each([
  `${base}/production/CentOS-Stream-9-20261124.0/compose`,
  `${base}/alma/10/AlmaLinux-10-20261124.0/compose`,
  `${base}/kinoite/Fedora-Kinoite-43-20261124.n.0/compose`,
])('%s says where its compose is, and those of its line', (url) => {
  const extended = sitesWith([url], sites)
  const next = url.replace('20261124', '20261125')

  expect(composeUrl(parseComposeUrl(url, extended), extended)).toBe(url)
  expect(composeUrl(parseComposeUrl(next, extended), extended)).toBe(next)
  expect(() => parseComposeUrl(url, sites)).toThrow("URL of a compose's folder")
})

test.each([
  `${base}/elsewhere/Fedora-Rawhide-20261124.n.0/compose`,
  `${base}/AlmaLinux-10-20261124.0/compose`,
  `${base}/alma/latest-AlmaLinux-10/compose`,
  `${base}/alma/../alma/AlmaLinux-10-20261124.0`,
  'https://evil.example/alma/AlmaLinux-10-20261124.0/compose',
  'AlmaLinux-10-20261124.0',
])('%s adds no place', (url) => {
  expect(sitesWith([url], sites)).toBe(sites)
})

test('the URL of a stream of the configuration is read in a folder below a folder', () => {
  const kinoite = {
    name: 'kinoite',
    forms: ['Fedora-Kinoite-<release>-<date>.n.<respin>'],
    folder: 'kinoite/<version>',
    why: 'a stream of the configuration',
  }
  const url = `${base}/kinoite/43/Fedora-Kinoite-43-20261124.n.0/compose`
  const own = { ...sites, classes: [kinoite] }

  expect(composeUrl(parseComposeUrl(url, own), own)).toBe(url)
})
