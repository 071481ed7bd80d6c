import type { StreamStanding } from '../../archive/queries/stream-standing.ts'
import { counted } from '../../report/counted.ts'
import { markup, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { nightLink } from './night-link.ts'
import { nightPath } from './paths.ts'

/** How a stream stands, and since when. */
export function standingWords({ run, headline, verdict, since, nights, reportedAt }: StreamStanding): Markup {
  return markup`<p class="why"><a href="${nightPath(run)}">${headline}</a></p>
<p>${verdict.toUpperCase()} since ${nightLink(since.run)} (${counted(nights, 'night')}), last reported ${minuteOf(reportedAt)}.</p>`
}
