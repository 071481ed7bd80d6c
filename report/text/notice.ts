import { dateOfNight } from '../../compose/naming/night.ts'
import { safeLine } from '../../compose/safe-line.ts'
import type { Report } from '../report.ts'

/** A report in a few lines, for where people talk: the answer, what changed since, and where to look. */
export interface Notice {
  readonly headline: string
  /** The compose and its label; the night where there is none. */
  readonly about: string
  /** Which edition it amends; empty for the first. */
  readonly amends: string
  /** Empty for the first edition. */
  readonly changes: readonly string[]
  readonly links: readonly { readonly words: string; readonly url: string }[]
}

/** A longer list is in the report. */
const mostChanges = 5

/** The notice of a report. The same report makes the same notice. */
export function noticeOf(report: Report): Notice {
  const { headline, amends, links } = report
  const { openqa, run } = links
  const changes = amends?.changes ?? []
  const more = changes.length - mostChanges
  return {
    headline: safeLine(headline),
    about: safeLine(aboutOf(report)),
    amends: amends === null ? '' : `This amends edition ${amends.edition}${changes.length === 0 ? '' : ':'}`,
    changes: [
      ...changes.slice(0, mostChanges).map((change) => safeLine(change)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    links: [
      ...(openqa === null ? [] : [{ words: 'openQA', url: openqa }]),
      ...(run === null ? [] : [{ words: 'the night', url: run }]),
    ],
  }
}

function aboutOf({ compose, night }: Report): string {
  if (compose === null) return `the night of ${dateOfNight(night)}`
  return compose.label === null ? compose.id : `${compose.id} (${compose.label})`
}

/** A notice as plain text. */
export function noticeText({ headline, about, amends, changes, links }: Notice): string {
  const rows = changes.map((change) => `- ${change}`)
  const pages = links.map(({ words, url }) => `${words}: ${safeLine(url, 600)}`)
  return [headline, about, ...(amends === '' ? [] : [amends]), ...rows, ...pages].join('\n')
}
