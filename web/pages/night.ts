import type { EditionLine } from '../../archive/nights/editions-of.ts'
import { passedClasses } from '../../jobs/compare/test-class.ts'
import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { NightLine } from '../../archive/queries/night-lines.ts'
import type { WholeNight } from '../../archive/queries/whole-night.ts'
import { imageName } from '../../compose/images/image.ts'
import { changes } from '../../report/html/closing.ts'
import { fitted } from '../../report/html/fit.ts'
import { link, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { aboutNight } from '../../report/html/opening.ts'
import { sectionsOf, type Names } from '../../report/html/sections.ts'
import { published } from '../../report/orders/order-words.ts'
import { minuteOf } from '../../report/minute.ts'
import type { Report, TestLine } from '../../report/report.ts'
import { parseReport } from '../../report/report-schema.ts'
import { nightPageForm } from '../forms/night.ts'
import { feedOf } from '../feed.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { nightParts } from '../parts/night-parts.ts'
import {
  comparePath,
  composePath,
  imagePath,
  nameOfRun,
  nightPath,
  streamPath,
  testPath,
} from '../parts/paths.ts'
import { progressWords } from '../parts/progress.ts'
import { sectionOnPage } from '../parts/report-sections.ts'
import { shown as inWords, verdictBadge, wordOf } from '../parts/verdict.ts'
import { runWords } from '../parts/night-link.ts'
import { streamName, titleOf } from '../parts/stream-title.ts'
import type { Site } from '../site.ts'

/** Of the 60 KB of a page, for the tests and images. */
const mostBytes = 40_000

/** `/rawhide/2026-11-24`: a night with the report that stands, or an older edition of it. */
export async function nightPage(site: Site, run: string, edition?: number): Promise<WebPage | null> {
  const { archive, publishBy, orders: desk } = site
  const whole = await archive.night(run)
  if (whole === null) return null
  const text = edition === undefined ? whole.report : await archive.reportOf(run, edition)
  if (edition !== undefined && text === null) return null
  const report = text === null ? null : parseReport(text)
  const usual = await archive.usualStages({ stream: whole.night.stream, nights: 30, before: whole.night.due })
  const baseline = await baselineOf(archive, report)
  const orders = published(await archive.ordersOf(run), { publishBy })
  const { night, editions } = whole
  const place = report === null ? await titleOf(site, night.stream) : streamName(night.stream, report.title)
  return {
    title: `${report?.title ?? place} ${nameOfRun(run)}: ${inWords(wordOf(night)).toLowerCase()}`,
    feed: feedOf(night.stream),
    body: markup`<p class="place"><a href="${streamPath(night.stream)}">${place}</a>, ${runWords(run)}${composeWay(report, night)}${editionWords(editions, edition)}</p>
${superseded(run, editions, edition)}
${report === null ? unreported(whole) : told(report, night.stream, baseline)}
${nightParts(whole, { report, orders, usual })}
${editionList(run, editions, edition)}
${desk === undefined ? nothing : markup`<p><a href="/order${nightPath(run)}">Give the night an order</a></p>`}
`,
    json: pageJson(nightPageForm, {
      run,
      night,
      report: report && { ...report },
      editions,
      stages: whole.stages,
      orders,
      heard: whole.heard,
    }),
  }
}

function unreported(whole: WholeNight): Markup {
  const { night } = whole
  return markup`<h1>${verdictBadge(wordOf(night))} ${night.noReport ?? 'This night is still running.'}</h1>
${wordOf(night) === 'open' ? markup`<p>${progressWords(night)}</p>` : nothing}`
}

function told(report: Report, stream: string, baseline: string | null): Markup {
  const { run, verdict, headline, amends } = report
  const names: Names = {
    test: (test) => testName(stream, test),
    image: (image) => markup`<a href="${imagePath(stream, image)}">${imageName(image)}</a>`,
  }
  const sections = fitted(sectionsOf(report, names), mostBytes)
  return markup`<h1>${verdictBadge(verdict)} ${headline}</h1>
${amends === null ? nothing : markup`<p>This amends edition ${amends.edition}${amends.changes.length === 0 ? '.' : ':'}</p><ul>${amends.changes.map((change) => markup`<li>${change}</li>`)}</ul>`}
<ul class="about">${[...aboutNight(report), ...testedWords(report)].map((words) => markup`<li>${words}</li>`)}</ul>
${sections.map(sectionOnPage)}
${changes(report)}${comparison(baseline, run)}`
}

/** What was tested, by arch; of a night without tests the last that it heard. */
function testedWords({ tests, lastAnswer }: Report): readonly Markup[] {
  if (tests.counts.total === 0) return [markup`The last answer: ${lastAnswer}`]
  const words = tests.byArch.map(({ arch, counts }) => {
    const passed = passedClasses.reduce((sum, name) => sum + counts[name], 0)
    return `${passed} of ${counts.total} tests passed on ${arch}`
  })
  return [markup`${words.join(', ')}`]
}

/** The night that a report is compared with; null where there is none, or the archive does not have it. */
async function baselineOf(archive: ArchiveReader, report: Report | null): Promise<string | null> {
  const run = report?.comparison?.baseline?.run
  if (run === undefined) return null
  const [known] = await archive.nights({ run, limit: 1 })
  return known?.run ?? null
}

/** The way to what else differs from the night that this one is compared with. */
function comparison(baseline: string | null, run: string): Markup {
  if (baseline === null) return nothing
  return markup`<p><a href="${comparePath(baseline, run)}">Compare with ${runWords(baseline)}</a></p>
`
}

/** The name leads to the history of the test, the number to its job. */
function testName(stream: string, test: TestLine): Markup {
  const name = markup`<a href="${testPath(stream, test)}">${test.test}</a>`
  return test.job === null ? name : markup`${name} (${link(test.job.url, `job ${test.job.id}`)})`
}

function composeWay(report: Report | null, night: NightLine): Markup {
  const id = report === null ? night.compose : (report.compose?.id ?? null)
  return id === null ? nothing : markup`, <a href="${composePath(id)}">its compose</a>`
}

/** Says of an edition that another one stands now. */
function superseded(run: string, editions: readonly EditionLine[], shown?: number): Markup {
  const last = editions.at(-1)
  if (last === undefined || shown === undefined || shown === last.number) return nothing
  return markup`<p><b>Superseded</b> by <a href="${nightPath(run)}">edition ${last.number}</a> of ${minuteOf(last.at)}.</p>`
}

/** Which edition is shown, with the way to the others. */
function editionWords(editions: readonly EditionLine[], shown?: number): Markup {
  const last = editions.at(-1)?.number
  return editions.length < 2
    ? nothing
    : markup`, <a href="#editions">edition ${shown ?? last ?? 1} of ${editions.length}</a>`
}

function editionList(run: string, editions: readonly EditionLine[], shown?: number): Markup {
  if (editions.length < 2) return nothing
  const last = editions.at(-1)?.number
  return markup`<h2 id="editions">Editions</h2>
<ol>${editions.map(({ number, at, subject }) => {
    const here = number === (shown ?? last)
    const path = number === last ? nightPath(run) : nightPath(run, number)
    const words = markup`${minuteOf(at)}: ${subject}`
    return markup`<li value="${number}">${here ? markup`<b>${words}</b> (shown here)` : markup`<a href="${path}">${words}</a>`}</li>
`
  })}</ol>
`
}
