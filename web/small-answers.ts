import type { Context, Hono, MiddlewareHandler } from 'hono'
import { badgeOf, svgType } from './badge.ts'
import { faultPage } from './fault-page.ts'
import { feedAt } from './feed.ts'
import { readerSeconds, shelf, shelfOfSite } from './shelf.ts'
import type { Site } from './site.ts'

const atomType = 'application/atom+xml; charset=utf-8'

/** Adds feeds and badges, which are as old as pages may be. */
export function addSmallAnswers(app: Hono, site: Site): void {
  const made = shelf<string | null>(shelfOfSite)
  const answer = async (context: Context, type: string, make: () => Promise<string | null>) => {
    const text = await made.take(context.req.path, async () => {
      await site.requireReadable()
      return await make()
    })
    return text === null ? faultPage(context, 404, site) : sent(context, type, text, readerSeconds)
  }
  app.get('/:feed{[^/]+\\.atom}', (context) =>
    answer(context, atomType, () => feedAt(site, context.req.param('feed').slice(0, -'.atom'.length))),
  )
  app.get('/:stream/badge.svg', (context) =>
    answer(context, svgType, () => badgeOf(site, context.req.param('stream'))),
  )
}

/** Pages of other sites show badges. It has the last word where it comes first. */
export const shownElsewhere: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.req.path.endsWith('/badge.svg'))
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** A text of a type that readers may keep for some seconds. */
export function sent(context: Context, type: string, text: string, seconds: number): Response {
  context.header('Content-Type', type)
  context.header('Cache-Control', `public, max-age=${seconds}`)
  return context.body(text)
}
