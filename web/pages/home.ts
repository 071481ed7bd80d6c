import type { NightLine } from '../../archive/queries/night-lines.ts'
import type { StreamStanding } from '../../archive/queries/stream-standing.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { streamsForm } from '../forms/streams.ts'
import { feedOfAll } from '../feed.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { goodCompose, goodWords, type GoodCompose } from '../parts/good-compose.ts'
import { streamPath } from '../parts/paths.ts'
import { progressWords, runningNight } from '../parts/progress.ts'
import { standingWords } from '../parts/standing-words.ts'
import { streamName } from '../parts/stream-title.ts'
import { legend, strip } from '../parts/strip.ts'
import { verdictBadge, wordOf } from '../parts/verdict.ts'
import type { Site, SiteStream } from '../site.ts'

/** A stream as the first page tells of it. */
interface StreamCard extends SiteStream {
  readonly standing: StreamStanding | null
  readonly good: GoodCompose | null
  readonly nights: readonly NightLine[]
}

/** `/`: for each stream whether it is broken, since when and why. */
export async function homePage(site: Site): Promise<WebPage> {
  const cards: StreamCard[] = []
  for (const stream of site.streams) {
    const nights = await site.archive.nights({ stream: stream.name, limit: 30 })
    if (nights.length > 0) cards.push(await cardOf(site, stream, nights))
  }
  const body =
    cards.length === 0
      ? markup`<h1>Is Rawhide broken?</h1>
<p>Nobody knows yet: the archive has no night. <code>nightjar start rawhide</code> starts one.</p>
`
      : markup`<h1>Is Rawhide broken?</h1>
${cards.map((card) => section(card, site.now()))}${legend(cards.flatMap(({ nights }) => nights))}`
  return {
    title: 'Is Rawhide broken?',
    feed: feedOfAll,
    body,
    json: pageJson(streamsForm, { streams: cards.map(jsonOfCard) }),
  }
}

async function cardOf(site: Site, stream: SiteStream, nights: readonly NightLine[]): Promise<StreamCard> {
  const standing = await site.archive.standing(stream.name)
  const good = await goodCompose(site.archive, stream.name)
  return { ...stream, title: standing?.title ?? stream.title, standing, good, nights }
}

function section({ name, title, standing, good, nights }: StreamCard, now: Date): Markup {
  const running = runningNight(nights)
  const badge = standing === null ? verdictBadge('open') : verdictBadge(standing.verdict)
  return markup`<section class="card">
<h2><a href="${streamPath(name)}">${streamName(name, title)}</a> ${badge}</h2>
${standing === null ? nothing : standingWords(standing)}
${goodWords(good)}
${running === null ? nothing : markup`<p>${progressWords(running)}</p>`}
${silence(nights, now)}
${strip(nights, title)}</section>
`
}

const longestSilenceMs = 36 * 3_600_000

/** Says that no night was opened for long, where that is so; candidates come when they come. */
function silence(nights: readonly NightLine[], now: Date): Markup {
  const [latest] = nights
  if (latest === undefined || latest.date === null) return nothing
  if (now.getTime() - Date.parse(latest.due) < longestSilenceMs) return nothing
  return markup`<p><b>No night was opened since ${minuteOf(latest.due)}.</b> <code>nightjar doctor</code> tells why.</p>`
}

function jsonOfCard({ name, title, standing, good, nights }: StreamCard) {
  const running = runningNight(nights)
  return {
    stream: name,
    title,
    standing,
    lastGood: good,
    running: running && { run: running.run, compose: running.compose, heard: running.heard },
    nights: nights.map((night) => ({
      run: night.run,
      due: night.due,
      compose: night.compose,
      word: wordOf(night),
    })),
  }
}
