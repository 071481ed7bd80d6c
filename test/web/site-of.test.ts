import { expect, test } from 'vitest'
import { siteOf } from '../../cli/web/site-of.ts'
import { settingsOf } from '../../workers/config/config.ts'
import { readingArchive } from '../../workers/reading-archive.ts'

test.for([
  ['', 'nightjar.localdomain'],
  ['[web]\nurl = "https://nights.example.org:8443/fedora/"', 'nights.example.org'],
  ['[web]\nurl = "http://[::1]:8090"', 'nightjar.localdomain'],
  [
    '[web]\nurl = "https://nights.example.org"\n[atom]\nfolder = "/f"\ndomain = "old.example.org"',
    'old.example.org',
  ],
] as const)('with %j the ids of feeds have the domain %s', async ([text, domain]) => {
  await using reading = await readingArchive('postgresql://127.0.0.1:1/none')
  const site = siteOf(settingsOf({ file: '/etc/nightjar.toml', text }, {}), reading)

  expect(site.feedDomain).toBe(domain)
})
