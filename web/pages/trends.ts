import { markup, nothing, type Markup } from '../../report/html/markup.ts'
import { feedOfAll } from '../feed.ts'
import { trendsForm } from '../forms/trends.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { titleOf } from '../parts/stream-title.ts'
import type { Site } from '../site.ts'
import { bar } from '../trends/bar.ts'
import { tallyOf, tallyWords, trendNights, type TrendTally } from '../trends/tally.ts'

/** A stream with nights. */
interface StreamTally extends TrendTally {
  readonly stream: string
  readonly title: string
}

/** `/trends`: how the last nights of each stream went, with the way to its plots. */
export async function trendsPage({ archive, streams }: Site): Promise<WebPage> {
  const told: StreamTally[] = []
  for (const { name } of streams) {
    const nights = await archive.trendNights({ stream: name, nights: trendNights })
    if (nights.length === 0) continue
    const title = await titleOf({ archive, streams }, name)
    told.push({ stream: name, title, ...tallyOf(nights) })
  }
  const [first] = told
  return {
    title: 'Trends',
    feed: feedOfAll,
    body: markup`<h1>${first === undefined ? 'No night has ended yet.' : tallyWords(first.title, first)}</h1>
${told.map(card)}
`,
    json: pageJson(trendsForm, { streams: told }),
  }
}

function card({ stream, title, ...tally }: StreamTally, nth: number): Markup {
  const { nights, passed, noCompose } = tally
  return markup`<section class="card">
<h2><a href="/trends/${encodeURIComponent(stream)}">${title}</a></h2>
${nth === 0 ? nothing : markup`<p class="why">${tallyWords(title, tally)}</p>`}
<ul class="bars">
<li>passed ${passed} of ${nights} ${bar(passed / nights)}</li>
<li>no compose on ${noCompose} of ${nights} ${bar(noCompose / nights)}</li>
</ul>
<p>Its <a href="/trends/${encodeURIComponent(stream)}">plots</a>: tests by arch, times, flaky tests, images.</p>
</section>
`
}
