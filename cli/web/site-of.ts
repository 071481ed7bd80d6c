import type { Settings } from '../../workers/config/config.ts'
import type { ReadingArchive } from '../../workers/reading-archive.ts'
import type { Site } from '../../web/site.ts'

/** What the pages are made from, by a configuration. */
export function siteOf({ streams, web, orders }: Settings, reading: ReadingArchive): Site {
  return {
    ...reading,
    streams: streams.map(({ line }) => ({ name: line.name, title: line.untitled })),
    now: () => new Date(),
    publishBy: orders.publish_by,
    url: web.url?.replace(/\/+$/, '') ?? null,
  }
}
