import { dateOfNight } from '../compose/naming/night.ts'
import { renderHtml } from './html/html.ts'
import { renderJson } from './json.ts'
import { messageIdOf } from './message-id.ts'
import type { Report } from './report.ts'
import { subjectOf } from './told/subject.ts'
import { renderText } from './text/text.ts'

/** What the configuration says of the sender of every mail. */
export interface Sender {
  readonly from: string
  /** The domain of the Message-ID. */
  readonly domain: string
  /** `Nightjar <nightjar.example.org>`: mail programs filter by it. */
  readonly listId: string
}

/** A report as a mail to nobody yet. The same report always makes the same mail. */
export interface Letter {
  readonly messageId: string
  readonly from: string
  readonly subject: string
  readonly text: string
  /** The same as HTML, for mail programs that show it. */
  readonly html: string
  /** The same for programs; null where it is too large for a mail. */
  readonly json: { readonly name: string; readonly text: string } | null
  /** ISO, UTC. */
  readonly date: string
  readonly listId: string
  /** The Message-ID of the night's first report, if this one amends it. */
  readonly inReplyTo: string | null
}

/** The mail with a report. */
export function letterOf(report: Report, { from, domain, listId }: Sender): Letter {
  return {
    messageId: messageIdOf(report, domain),
    from,
    subject: subjectOf(report),
    text: renderText(report),
    html: renderHtml(report),
    json: attached(report),
    date: report.at,
    listId,
    inReplyTo: report.edition > 1 ? messageIdOf({ ...report, edition: 1 }, domain) : null,
  }
}

/** Mail servers refuse large mails, and `nightjar show` prints the same. */
const mostLetters = 1_000_000

function attached(report: Report): Letter['json'] {
  const text = renderJson(report)
  const { stream } = report.night
  return text.length > mostLetters
    ? null
    : { name: `${stream}-${dateOfNight(report.night)}-${report.edition}.json`, text }
}
