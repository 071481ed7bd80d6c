import type { Settings } from '../../workers/config/config.ts'
import { readingArchive } from '../../workers/reading-archive.ts'
import { serveWeb, type ServedSite } from '../../web/serve-web.ts'
import { orderDesk } from './order-desk.ts'
import { siteOf } from './site-of.ts'

/** Where pages are served, and from which archive. */
export interface PagePlace {
  /** `host:port` */
  readonly listen: string
  readonly databaseUrl: string
}

/** Serves the pages of a configuration until it is disposed of. @throws Error of Node if the port is taken */
export async function servePages(
  settings: Settings,
  { listen, databaseUrl }: PagePlace,
): Promise<ServedSite> {
  await using stack = new AsyncDisposableStack()
  const reading = stack.use(await readingArchive(databaseUrl))
  const orders = orderDesk(settings)
  const site = { ...siteOf(settings, reading), ...(orders && { orders }) }
  const { url } = stack.use(await serveWeb(site, listen))
  // The pages say so too, but whoever starts them may not look at one.
  reading.requireReadable().catch((error: unknown) => {
    console.error(
      `web: every page will say that it has no archive: ${error instanceof Error ? error.message : String(error)}`,
    )
  })
  const kept = stack.move()
  return { url, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
