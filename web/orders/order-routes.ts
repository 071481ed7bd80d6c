import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { markup } from '../../report/html/markup.ts'
import { parseReport } from '../../report/report-schema.ts'
import { documentOf } from '../layout.ts'
import { nightPath, partsOf, runOfPath } from '../parts/paths.ts'
import type { Site } from '../site.ts'
import type { DeskAnswer, OrderDesk } from './order-desk.ts'
import { orderPage } from './order-page.ts'
import { readOrderForm, WrongForm } from './read-order-form.ts'
import { signedIn } from './signed-in.ts'

/** Before the path of a night. */
const place = '/order'
const largestForm = 20_000

/** What is said to whoever a proxy did not name. */
const nobody = {
  title: 'You are not signed in',
  words: 'Orders are given by people whom the proxy in front of these pages names.',
}

/** Lets people who are signed in order something of a night: `/order/rawhide/2026-11-24`. */
export function takeOrders(app: Hono, site: Site, desk: OrderDesk): void {
  // The origin alone counts: a foreign page whose name points to this machine is of the "same origin", too.
  app.use(`${place}/*`, csrf({ origin: desk.origin, secFetchSite: () => false }))
  app.use(`${place}/*`, bodyLimit({ maxSize: largestForm }))
  app.get(`${place}/*`, async (context) => {
    const user = signedIn(context, desk)
    if (user === null) return say(context, site, 403, nobody)
    const run = runIn(context)
    const fitting = run === null ? null : await desk.fitting(run)
    if (run === null || fitting === null) return say(context, site, 404, noNight)
    const text = await site.archive.reportOf(run)
    const report = text === null ? null : parseReport(text)
    const body = orderPage({ night: nightPath(run), user, fitting, report })
    return show(context, site, 200, { title: 'Orders', body })
  })
  app.post(`${place}/*`, async (context) => {
    const user = signedIn(context, desk)
    if (user === null) return say(context, site, 403, nobody)
    const run = runIn(context)
    if (run === null) return say(context, site, 404, noNight)
    const fields = await context.req.parseBody({ all: true })
    try {
      const answer = await desk.give(run, readOrderForm(fields, user))
      return say(context, site, statuses[answer.kind], wordsOf(answer), nightPath(run))
    } catch (error) {
      if (!(error instanceof WrongForm)) throw error
      const words = { title: 'The order was not given', words: `${error.message}.` }
      return say(context, site, 400, words, `${place}${nightPath(run)}`)
    }
  })
}

const noNight = { title: 'There is no such night', words: 'Temporal does not know a night of this name.' }
const statuses = { taken: 200, refused: 409, 'not taken': 503 } as const

function wordsOf({ kind, said }: DeskAnswer): { readonly title: string; readonly words: string } {
  const titles = {
    taken: 'The night took it',
    refused: 'The night refused it',
    'not taken': 'Nobody took it',
  }
  return { title: titles[kind], words: `${said}.` }
}

function runIn(context: Context): string | null {
  const parts = partsOf(context.req.path.slice(place.length))
  return parts === null || parts.length < 2 ? null : runOfPath(parts)
}

function say(
  context: Context,
  site: Site,
  status: 200 | 400 | 403 | 404 | 409 | 503,
  { title, words }: { readonly title: string; readonly words: string },
  back = '/',
): Response {
  const body = markup`<h1>${title}</h1><p>${words}</p><p><a href="${back}">Back</a></p>`
  return show(context, site, status, { title, body })
}

function show(
  context: Context,
  site: Site,
  status: 200 | 400 | 403 | 404 | 409 | 503,
  page: { readonly title: string; readonly body: ReturnType<typeof orderPage> },
): Response {
  context.header('Cache-Control', 'no-store')
  const frame = { path: context.req.path, now: site.now(), isCopy: false, hasJson: false }
  return context.html(documentOf(page, frame), status)
}
