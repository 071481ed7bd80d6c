import { createHash } from 'node:crypto'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { NightLine } from '../archive/queries/night-lines.ts'
import { svgType } from './badge.ts'
import { faultPage } from './fault-page.ts'
import { documentOf } from './layout.ts'
import type { WebPage } from './page.ts'
import { takeOrders } from './orders/order-routes.ts'
import { askedComparison } from './pages/compare.ts'
import { partsOf, pathOf } from './parts/paths.ts'
import { pageAt } from './routes.ts'
import { readerSeconds, shelf, shelfOfSite } from './shelf.ts'
import type { Site } from './site.ts'
import { addSmallAnswers, sent, shownElsewhere } from './small-answers.ts'
import { icon, style } from './style.ts'
import { nearestNights } from './ways-on.ts'

/** A page that was made, and when. */
interface Made {
  readonly page: WebPage | null
  /** Where there is no page of a night, those nearest to it. */
  readonly nearest: readonly NightLine[]
  readonly at: Date
}

/** What any answer forbids: a page has no script, and no style but that of the site. */
const policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** The pages as an application of the Fetch API. */
export function webApp(site: Site): Hono {
  const pages = shelf<Made>(shelfOfSite)
  const app = new Hono()
  app.use(shownElsewhere)
  // A proxy in front of it knows whether all of the host is only for https.
  app.use(secureHeaders({ contentSecurityPolicy: policy, strictTransportSecurity: false }))
  app.use(etag({ weak: true }))
  app.get('*', withoutSlash)
  app.get('/style.css', (context) => fixed(context, 'text/css; charset=utf-8', style))
  app.get('/icon.svg', (context) => fixed(context, svgType, icon))
  app.get('/robots.txt', (context) => fixed(context, 'text/plain; charset=utf-8', robots))
  addSmallAnswers(app, site)
  if (site.orders !== undefined) takeOrders(app, site, site.orders)
  app.get('/compare', async (context, next) => {
    const path = askedComparison(context.req.query())
    return path === null ? await next() : context.redirect(path)
  })
  app.get('*', async (context) => {
    const { path, form } = asked(context.req.path)
    const parts = partsOf(path)
    const { page, nearest, at } = await pages.take(path, () => makePage(site, parts))
    if (page === null || parts === null) return faultPage(context, 404, site, nearest)
    context.header('Cache-Control', `public, max-age=${readerSeconds}`)
    context.header('ETag', tagOf(page, form))
    if (form === 'json') return jsonAnswer(context, page, at)
    const frame = { path: pathOf(parts), now: at, isCopy: site.isCopy === true, hasJson: page.status !== 404 }
    return context.html(documentOf(page, frame), page.status ?? 200)
  })
  app.all('*', (context) => {
    context.header('Allow', 'GET, HEAD')
    return context.text('expected GET or HEAD\n', 405)
  })
  app.onError((error, context) =>
    error instanceof HTTPException ? error.getResponse() : faultPage(context, error, site),
  )
  return app
}

async function makePage(site: Site, parts: readonly string[] | null): Promise<Made> {
  await site.requireReadable()
  const at = site.now()
  const page = parts === null ? null : await pageAt(site, parts)
  const nearest = page === null && parts !== null ? await nearestNights(site, parts) : []
  return { page, nearest, at }
}

/** A path with a slash too many; one that begins with two would lead to another host. */
const endsInSlash = /^(?:\/[^/\\]+)+\/$/

const withoutSlash: MiddlewareHandler = async ({ req, redirect }, next) =>
  endsInSlash.test(req.path) ? redirect(req.path.slice(0, -1), 308) : await next()

/** Every page may be found, but no form, and not each comparison of two. */
const robots = 'User-agent: *\nDisallow: /compare/\nDisallow: /order/\n'

function jsonAnswer(context: Context, { status, title, json }: WebPage, at: Date): Response {
  return status === 404
    ? context.json({ error: title }, status)
    : context.json({ ...json, asOf: at.toISOString() })
}

type Form = 'html' | 'json'

/** The path of a page, and in which form it is asked for. */
function asked(path: string): { readonly path: string; readonly form: Form } {
  if (!path.endsWith('.json')) return { path, form: 'html' }
  const bare = path.slice(0, -'.json'.length)
  return { path: bare === '/index' ? '/' : bare, form: 'json' }
}

/** The same as long as the page says the same; its age is not a part of it. */
function tagOf({ json }: WebPage, form: Form): string {
  const hash = createHash('sha256').update(form).update(JSON.stringify(json)).digest('base64url')
  return `W/"${hash.slice(0, 22)}"`
}

function fixed(context: Context, type: string, text: string): Response {
  return sent(context, type, text, 3600)
}
