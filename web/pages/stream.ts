import type { NightLine } from '../../archive/queries/night-lines.ts'
import { counted } from '../../report/counted.ts'
import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { minuteOf } from '../../report/minute.ts'
import { streamForm } from '../forms/stream.ts'
import { feedOf } from '../feed.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { goodCompose, goodWords } from '../parts/good-compose.ts'
import { composePath, streamPath } from '../parts/paths.ts'
import { progressWords, runningNight } from '../parts/progress.ts'
import { standingWords } from '../parts/standing-words.ts'
import { streamName } from '../parts/stream-title.ts'
import { legend, strip } from '../parts/strip.ts'
import { withoutHead } from '../../report/told/without-head.ts'
import { verdictBadge, wordOf } from '../parts/verdict.ts'
import { nightLink } from '../parts/night-link.ts'
import type { Site } from '../site.ts'

const shownNights = 90

/** `/rawhide`: how the stream stands, and its last nights; null where no such stream has nights. */
export async function streamPage({ archive, streams }: Site, name: string): Promise<WebPage | null> {
  const nights = await archive.nights({ stream: name, limit: shownNights })
  const known = streams.find((stream) => stream.name === name)
  if (nights.length === 0 && known === undefined) return null
  const standing = await archive.standing(name)
  const good = await goodCompose(archive, name)
  const running = runningNight(nights)
  const title = standing?.title ?? known?.title ?? name
  const heading = standing === null ? nothing : markup` ${verdictBadge(standing.verdict)}`
  return {
    title: streamName(name, title),
    feed: feedOf(name),
    body: markup`<h1>${streamName(name, title)}${heading}</h1>
${standing === null ? nothing : standingWords(standing)}
${goodWords(good)}
${running === null ? nothing : markup`<p>${progressWords(running)}</p>`}
${strip(nights.slice(0, 30), title)}${legend(nights.slice(0, 30))}
<h2>${counted(nights.length, 'night')}</h2>
${nightTable(nights)}
<p><a href="${streamPath(name, 'composes')}">Its composes</a> · <a href="${streamPath(name, 'trends')}">Its trends</a></p>
`,
    json: pageJson(streamForm, { stream: name, title, standing, lastGood: good, nights }),
  }
}

function nightTable(nights: readonly NightLine[]): Markup {
  return markup`<table>
<thead><tr><th scope="col">Night</th><th scope="col">Verdict</th><th scope="col">Compose</th><th scope="col">In one line</th></tr></thead>
<tbody>
${nights.map(row)}</tbody></table>
`
}

function row(night: NightLine): Markup {
  const { run, compose, subject, noReport, heard } = night
  const words =
    (subject === null ? null : withoutHead(subject)) ??
    noReport ??
    (heard === null ? '' : `${heard.stage}: ${heard.said}`)
  const none = wordOf(night) === 'open' ? '' : 'none'
  const id = compose === null ? none : markup`<a href="${composePath(compose)}">${compose}</a>`
  return markup`<tr><td class="whole">${nightLink(run)}</td><td>${verdictBadge(wordOf(night))}</td><td class="id">${id}</td><td>${words}${heardAt(night)}</td></tr>
`
}

function heardAt(night: NightLine): Markup {
  return wordOf(night) === 'open' && night.heard !== null
    ? markup` (as of ${minuteOf(night.heard.at)})`
    : nothing
}
