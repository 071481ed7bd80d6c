import type { ArchiveReader } from '../../archive/archive-reader.ts'
import type { HistoryLine } from '../../archive/queries/test-history.ts'
import { scenarioOf, usualDistri, type Scenario } from '../../jobs/results/lineage.ts'
import { counted, listed } from '../../report/counted.ts'
import { isOfTheWeb, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { parseReport } from '../../report/report-schema.ts'
import { testForm } from '../forms/test.ts'
import { pageJson } from '../page-form.ts'
import type { WebPage } from '../page.ts'
import { bugLink } from '../parts/bug-link.ts'
import { historyStrip } from '../parts/history-strip.ts'
import { comparePath, composePath, nameOfRun, nightPath, streamPath } from '../parts/paths.ts'
import { flakesOfLast, flakeWords, testStanding, type TestStanding } from '../parts/test-standing.ts'
import { comma, joined } from '../../report/html/joined.ts'
import { nightLink, runWords } from '../parts/night-link.ts'
import { titleOf } from '../parts/stream-title.ts'
import type { Site } from '../site.ts'

const mostNights = 90
const [mostModules, mostBugs, mostNamed] = [4, 4, 12]

/** `/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit`: how a test stands, and since when. */
export async function testPage(
  site: Site,
  [
    stream = '',
    test = '',
    flavor = '',
    arch = '',
    machine = '',
    distri = usualDistri,
    ...rest
  ]: readonly string[],
): Promise<WebPage | null> {
  if (rest.length > 0) return null
  const { archive } = site
  const scenario = { distri, test, flavor, arch, machine }
  const lines = await archive.testHistory(scenario, { stream, nights: mostNights })
  const last = lines.find(({ job }) => job !== null)
  if (last === undefined && !(await isKnown(archive, stream, scenario))) return null
  const openqa = last === undefined ? null : await openqaOf(archive, last)
  return pageOf({ stream, title: await titleOf(site, stream), scenario, lines, openqa })
}

function bugList(bugs: readonly string[]): Markup {
  const [more, shown] = [bugs.length - mostNamed, bugs.slice(0, mostNamed).map(bugLink)]
  return markup`${joined(shown, comma)}${more > 0 ? ` and ${more} more` : ''}`
}

interface ToldTest {
  readonly stream: string
  /** Of the stream. */
  readonly title: string
  readonly scenario: Scenario
  readonly lines: readonly HistoryLine[]
  readonly openqa: string | null
}

function pageOf({ stream, title, scenario, lines, openqa }: ToldTest): WebPage {
  const { test, flavor, arch, machine, distri } = scenario
  const product = distri === usualDistri ? '' : ` (${distri})`
  const standing = testStanding(lines)
  const bugs = [...new Set(lines.flatMap((line) => line.bugs))]
  const flakes = (lines.length > 30 ? [30, mostNights] : [30]).map((nights) => flakesOfLast(lines, nights))
  const words = `${test} on ${flavor} ${arch} ${machine}${product}`
  return {
    title: `${words}, ${title}`,
    body: markup`<p class="place"><a href="${streamPath(stream)}">${title}</a>, test</p>
<h1>${badge(standing)} ${words} ${answer(standing, lines)}</h1>
${firstBad(standing)}
<ul class="about">
<li>In numbers: ${flakes.map(flakeWords).join('; ')}.</li>
<li>${bugs.length === 0 ? 'No bug is named by its jobs.' : markup`<a href="/bugs">Bugs</a>: ${bugList(bugs)}.`}</li>
</ul>
${lines.length === 0 ? nothing : historyStrip(lines)}
<h2>${counted(lines.length, 'night')}</h2>
${historyTable(lines, openqa)}
`,
    json: pageJson(testForm, { stream, test: scenario, standing, flakes, bugs, openqa, nights: lines }),
  }
}

/** Whether the archive ever had a test. */
async function isKnown(archive: ArchiveReader, stream: string, scenario: Scenario): Promise<boolean> {
  const { distri, test, flavor, arch, machine } = scenario
  const named = await archive.testsNamed(stream, [distri, test, flavor, arch, machine])
  return named.some((known) => scenarioOf(known) === scenarioOf(scenario))
}

/** openQA, as the report on a night told of it; null where it did not. */
async function openqaOf(archive: ArchiveReader, { run, edition }: HistoryLine): Promise<string | null> {
  const report = await archive.reportOf(run, edition)
  const [base = ''] = (report === null ? null : parseReport(report).links.openqa)?.split('/tests/') ?? []
  return isOfTheWeb(base) ? base : null
}

function badge(standing: TestStanding | null): Markup {
  if (standing === null || standing.silent > 0) return markup`<b class="verdict v-unknown">NO RESULT</b>`
  return standing.ended === 'failed'
    ? markup`<b class="verdict v-broken">FAILS</b>`
    : markup`<b class="verdict v-passed">PASSES</b>`
}

/** What follows the name of the test: how it stands, and since when. */
function answer(standing: TestStanding | null, lines: readonly HistoryLine[]): string {
  if (standing === null) return `has no result of the last ${counted(lines.length, 'night')}.`
  const { ended, silent, since, nights, orEarlier } = standing
  const [fails, passes] = silent > 0 ? ['failed', 'passed'] : ['fails', 'passes']
  const now = silent > 0 ? `has no result of the last ${counted(silent, 'night')}; before, it ` : ''
  const span = `${counted(nights, 'night')}${orEarlier && nights > 1 ? ' or more' : ''}`
  const verb = ended === 'failed' ? fails : passes
  return `${now}${verb} since ${nameOf(since)}, ${span}${turn(standing)}`
}

/** When it was otherwise. */
function turn({ ended, before, lastPassed, lastFailed }: TestStanding): string {
  if (ended !== 'failed')
    return lastFailed === null ? '; it never failed.' : `; it last failed in ${nameOf(lastFailed)}.`
  const otherwise = before?.standing === 'failed' ? '; before that it failed in other modules' : ''
  return `${otherwise}; ${lastPassed === null ? 'it never passed.' : `it last passed in ${nameOf(lastPassed)}.`}`
}

/** The first compose on which it fails, and what to compare that with. */
function firstBad(standing: TestStanding | null): Markup {
  if (standing === null || standing.ended !== 'failed') return nothing
  const { since, lastPassed } = standing
  const first = markup`The first bad compose is ${composeLink(since)} (<a href="${nightPath(since.run)}">${runWords(since.run)}</a>)`
  if (lastPassed === null)
    return markup`<p>${first}, as far as is known.</p>
`
  const path = comparePath(lastPassed.compose ?? lastPassed.run, since.compose ?? since.run)
  return markup`<p>${first}. <a href="${path}">Compare the last good with the first bad</a>.</p>
`
}

function historyTable(lines: readonly HistoryLine[], openqa: string | null): Markup {
  return markup`<table>
<thead><tr><th scope="col">Night</th><th scope="col">Compose</th><th scope="col">Result</th><th scope="col">Failed in</th><th scope="col">Bugs</th></tr></thead>
<tbody>
${lines.map((line) => row(line, openqa))}</tbody></table>
`
}

function row(line: HistoryLine, openqa: string | null): Markup {
  const { run, job, standing, flaky, result, failedModules, bugs } = line
  const words = flaky === true ? 'flaky' : (result ?? standing ?? 'no job')
  const page =
    job === null || openqa === null ? nothing : markup` <a href="${openqa}/tests/${job}">job ${job}</a>`
  return markup`<tr><td>${nightLink(run)}</td><td>${composeLink(line)}</td><td>${words}${page}</td><td>${listed(failedModules, mostModules)}</td><td>${listed(bugs, mostBugs)}</td></tr>
`
}

function composeLink({ compose }: HistoryLine): Markup {
  return compose === null ? markup`no compose` : markup`<a href="${composePath(compose)}">${compose}</a>`
}

function nameOf({ compose, run }: HistoryLine): string {
  return compose ?? nameOfRun(run)
}
