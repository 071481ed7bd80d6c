import type { Context } from 'hono'
import { ArchiveAway } from '../archive/connection/archive-away.ts'
import { ArchiveTooOld, ProgramTooOld } from '../archive/migrations/levels.ts'
import type { NightLine } from '../archive/queries/night-lines.ts'
import { markup, nothing, type Markup } from '../report/html/markup.ts'
import { silentBadge, svgType } from './badge.ts'
import { DeskAway } from './orders/order-desk.ts'
import { documentOf } from './layout.ts'
import type { Site } from './site.ts'
import { waysOn } from './ways-on.ts'

interface Fault {
  readonly status: 404 | 500 | 503
  readonly title: string
  readonly words: Markup
}

const absent: Fault = {
  status: 404,
  title: 'There is no such page',
  words: markup`The archive has nothing at this address. Pages are named as nights are: <code>/rawhide/2026-11-24</code>.`,
}

/** A page that says what is wrong: with the address, or with the archive. An absent one leads to others. */
export function faultPage(
  context: Context,
  fault: Error | 404,
  site: Pick<Site, 'now' | 'streams'>,
  nearest: readonly NightLine[] = [],
): Response {
  const { status, title, words } = fault === 404 ? absent : faultOf(fault)
  context.header('Cache-Control', 'no-store')
  if (status === 503) context.header('Retry-After', '30')
  if (status === 503 && context.req.path.endsWith('/badge.svg'))
    return context.body(silentBadge(), status, { 'Content-Type': svgType })
  if (context.req.path.endsWith('.json')) return context.json({ error: title }, status)
  const page = {
    title,
    body: markup`<h1>${title}</h1><p>${words}</p>
${fault === 404 ? waysOn(site, nearest) : nothing}`,
  }
  return context.html(
    documentOf(page, { path: context.req.path, now: site.now(), isCopy: false, hasJson: false }),
    status,
  )
}

function faultOf(error: Error): Fault {
  if (error instanceof ArchiveAway)
    return {
      status: 503,
      title: 'The archive does not answer',
      words: markup`So nobody can tell here whether Rawhide is broken. The nights go on without it. Why it is away: <code>nightjar doctor</code>.`,
    }
  if (error instanceof ArchiveTooOld || error instanceof ProgramTooOld)
    return {
      status: 503,
      title: 'The archive is being changed to another version',
      words: markup`${error.message}.`,
    }
  if (error instanceof DeskAway)
    return {
      status: 503,
      title: 'Temporal does not answer',
      words: markup`Nothing was ordered: ${error.message}.`,
    }
  console.error('web: a page failed:', error)
  return {
    status: 500,
    title: 'This page failed',
    words: markup`The log of <code>nightjar web</code> says why.`,
  }
}
