import { messageIdOf } from './message-id.ts'
import type { Report } from './report.ts'
import { subjectOf } from './subject.ts'
import { renderText } from './text.ts'

/** Where reports go, from the configuration. */
export interface Addresses {
  readonly from: string
  readonly to: readonly string[]
  /** The right side of the Message-ID: a domain of ours. */
  readonly domain: string
  /** `Nightjar <nightjar.example.org>`: what mail programs sort by. */
  readonly listId: string
}

/** A report as a mail, to the letter: made twice it is the same mail. */
export interface Letter {
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** ISO, UTC. */
  readonly date: string
  readonly listId: string
  /** The first report of the same night, where this one amends it. */
  readonly inReplyTo: string | null
}

/** The mail that tells of a report. */
export function letterOf(report: Report, { from, to, domain, listId }: Addresses): Letter {
  return {
    messageId: messageIdOf(report, domain),
    from,
    to,
    subject: subjectOf(report),
    text: renderText(report),
    date: report.at,
    listId,
    inReplyTo: report.edition > 1 ? messageIdOf({ ...report, edition: 1 }, domain) : null,
  }
}
