import { serveWeb, type ServedSite } from '../../../web/serve-web.ts'
import { monthSite } from '../site.ts'

/** Serves the lab month on a port of its own. */
export async function servedMonth(): Promise<ServedSite> {
  await using stack = new AsyncDisposableStack()
  const site = stack.use(await monthSite())
  const { url } = stack.use(await serveWeb(site, '127.0.0.1:0'))
  const kept = stack.move()
  return { url, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
