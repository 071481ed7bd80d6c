import type { Settings } from '../../workers/config/config.ts'
import { standardsOf } from '../../workers/config/standards.ts'
import type { ReadingArchive } from '../../workers/reading-archive.ts'
import type { Site } from '../../web/site.ts'

/** What the pages are made from, by a configuration. */
export function siteOf(settings: Settings, reading: ReadingArchive): Site {
  const { streams, web, orders, atom } = settings
  const standards = standardsOf(settings)
  return {
    ...reading,
    streams: streams.map(({ line: { name, untitled } }) => ({
      name,
      title: untitled,
      requiredTests: standards(name).requirements.tests,
    })),
    now: () => new Date(),
    publishBy: orders.publish_by,
    url: web.url?.replace(/\/+$/, '') ?? null,
    feedDomain: atom?.domain ?? domainOf(web.url) ?? anyDomain,
  }
}

/** Of feeds on machines that nobody else reaches. */
const anyDomain = 'nightjar.localdomain'

/** The host of the pages; null where it has none, or an IPv6 address. */
function domainOf(url: string | undefined): string | null {
  const host = url === undefined ? '' : new URL(url).hostname
  return /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/.test(host) ? host : null
}
