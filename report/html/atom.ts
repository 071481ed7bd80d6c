import { isOfTheWeb, markup, nothing } from './markup.ts'

/** An edition in a feed. */
export interface FeedEntry {
  readonly run: string
  readonly stream: string
  readonly number: number
  /** ISO. */
  readonly at: string
  readonly subject: string
  readonly headline: string
  /** The page of the night in Temporal's UI; null where the report has none. */
  readonly link: string | null
}

/** A feed, and its editions, the newest first. */
export interface Feed {
  /** `all`, or a stream. */
  readonly name: string
  /** In every id: it must never change. */
  readonly domain: string
  readonly entries: readonly FeedEntry[]
}

/** A feed as Atom (RFC 4287). The same entries make the same text. The id of an entry stays for ever. */
export function renderAtom({ name, domain, entries }: Feed): string {
  const updated = entries[0]?.at ?? '1970-01-01T00:00:00.000Z'
  const all = entries.map((entry) => entryMarkup(domain, entry))
  return `<?xml version="1.0" encoding="utf-8"?>
${markup`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${tag(domain, `feed/${name}`)}</id>
<title>${name === 'all' ? 'Nightjar' : `Nightjar: ${name}`}</title>
<updated>${updated}</updated>
<author><name>Nightjar</name></author>
${all}</feed>
`.toString()}`
}

function entryMarkup(domain: string, { run, stream, number, at, subject, headline, link }: FeedEntry) {
  const page =
    link !== null && isOfTheWeb(link)
      ? markup`<link rel="alternate" href="${link}"/>
`
      : nothing
  return markup`<entry>
<id>${tag(domain, `${run}/${number}`)}</id>
<title>${subject}</title>
<updated>${at}</updated>
<category term="${stream}"/>
${page}<content type="text">${headline}</content>
</entry>
`
}

/** RFC 4151. The year is that in which the domain was ours, not that of the entry. */
function tag(domain: string, path: string): string {
  return `tag:${domain},2026:${encodeURI(path.toWellFormed())}`
}
