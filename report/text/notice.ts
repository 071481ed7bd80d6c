import { safeLine } from '../../compose/safe-line.ts'
import type { Report } from '../report.ts'

/** A report in a few lines, for where people talk: the answer, what changed since, and where to look. */
export interface Notice {
  readonly headline: string
  /** Empty for the first edition. */
  readonly changes: readonly string[]
  readonly links: readonly { readonly words: string; readonly url: string }[]
}

/** A longer list is in the report. */
const mostChanges = 5

/** The notice of a report. The same report makes the same notice. */
export function noticeOf({ headline, amends, links }: Report): Notice {
  const { openqa, run } = links
  const changes = amends?.changes ?? []
  const more = changes.length - mostChanges
  return {
    headline: safeLine(headline),
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

/** A notice as plain text. */
export function noticeText({ headline, changes, links }: Notice): string {
  const rows = changes.map((change) => `- ${change}`)
  return [headline, ...rows, ...links.map(({ words, url }) => `${words}: ${safeLine(url, 600)}`)].join('\n')
}
