import { markup } from '../../report/html/markup.ts'
import { feedOf } from '../feed.ts'
import { streamTrendsForm } from '../forms/stream-trends.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { streamPath } from '../parts/paths.ts'
import { titleOf } from '../parts/stream-title.ts'
import type { Site } from '../site.ts'
import { figure, patterns } from '../trends/figure.ts'
import { composelessPlot, flakeTable, imageList } from '../trends/other-plots.ts'
import { passPlot } from '../trends/pass-plot.ts'
import { tallyOf, tallyWords, trendNights } from '../trends/tally.ts'
import { timePlot } from '../trends/time-plot.ts'

const worst = 10
const mostImages = 8

/** `/trends/rawhide`: how the last nights of a stream went; null where there is no such stream. */
export async function streamTrendsPage(site: Site, name: string): Promise<WebPage | null> {
  const { archive, streams } = site
  const look = { stream: name, nights: trendNights }
  const nights = (await archive.trendNights(look)).toReversed()
  if (nights.length === 0 && !streams.some((stream) => stream.name === name)) return null
  const title = await titleOf(site, name)
  const runs = new Set(nights.map(({ run }) => run))
  const rates = (await archive.archRates(look)).filter(({ run }) => runs.has(run))
  const flakes = (await archive.flakeRates(look)).slice(0, worst)
  const images = await archive.imageTrends(look, mostImages)
  const tally = tallyOf(nights)
  const plots = [passPlot(nights, rates), timePlot(nights), composelessPlot(nights)]
  return {
    title: `Trends of ${title}`,
    feed: feedOf(name),
    body: markup`<p class="place"><a href="/trends">Trends</a> of <a href="${streamPath(name)}">${title}</a></p>
<h1>${nights.length === 0 ? `${title} has no nights yet.` : tallyWords(title, tally)}</h1>
${
  nights.length === 0
    ? markup``
    : markup`${patterns()}<div class="plots">
${plots.map(figure)}</div>
${flakeTable(name, flakes)}
${imageList(images)}`
}`,
    json: pageJson(streamTrendsForm, { stream: name, title, tally, nights, rates, flakes, images }),
  }
}
