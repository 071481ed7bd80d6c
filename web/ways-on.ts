import type { ArchiveReader } from '../archive/archive-reader.ts'
import type { NightLine } from '../archive/queries/night-lines.ts'
import { markup, nothing, type Markup } from '../report/html/markup.ts'
import { comma, dot, joined } from '../report/html/joined.ts'
import { places } from './layout.ts'
import { nightPath, streamPath } from './parts/paths.ts'
import { runWords } from './parts/night-link.ts'
import { streamName } from './parts/stream-title.ts'
import type { Site } from './site.ts'

const [mostNights, spanMs] = [4, 8 * 86_400_000]

/** Where a reader can go on from an address that has no page. */
export function waysOn({ streams }: Pick<Site, 'streams'>, nights: readonly NightLine[]): Markup {
  const ofStreams = streams.map(
    ({ name, title }) => markup`<a href="${streamPath(name)}">${streamName(name, title)}</a>`,
  )
  const others = places.map(([path, words]) => markup`<a href="${path}">${words}</a>`)
  return markup`${nights.length === 0 ? nothing : markup`<p>The nearest nights: ${joined(nights.map(wayTo), comma)}.</p>`}
${streams.length === 0 ? nothing : markup`<p>The streams: ${joined(ofStreams, comma)}.</p>`}
<p>Other pages: ${joined(others, dot)}</p>
`
}

function wayTo({ run }: NightLine): Markup {
  return markup`<a href="${nightPath(run)}">${runWords(run)}</a>`
}

/**
 * The nights of a stream nearest to one that the archive does not have, the latest first; none where the
 * parts of the path do not begin with a stream.
 */
export async function nearestNights(
  { archive, streams }: Pick<Site, 'archive' | 'streams'>,
  [stream = '', asked]: readonly string[],
): Promise<readonly NightLine[]> {
  if (asked === undefined || !streams.some(({ name }) => name === stream)) return []
  const near = await nightsAround(archive, stream, timeOf(asked))
  return near.length > 0 ? near : await archive.nights({ stream, limit: mostNights })
}

async function nightsAround(
  archive: ArchiveReader,
  stream: string,
  at: number | null,
): Promise<readonly NightLine[]> {
  if (at === null) return []
  const [since, before] = [new Date(at - spanMs).toISOString(), new Date(at + spanMs).toISOString()]
  const nights = await archive.nights({ stream, since, before, limit: 100 })
  const away = ({ due }: NightLine) => Math.abs(Date.parse(due) - at)
  const nearest = nights.toSorted((one, other) => away(one) - away(other)).slice(0, mostNights)
  return nights.filter((night) => nearest.includes(night))
}

/** The time of a date in the name of a night; null where it has none of our days. */
function timeOf(name: string): number | null {
  const [date] = /^2\d{3}-\d{2}-\d{2}/.exec(name) ?? []
  const ms = date === undefined ? NaN : Date.parse(`${date}T12:00:00Z`)
  return Number.isNaN(ms) ? null : ms
}
