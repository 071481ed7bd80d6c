import type { NeededImage } from '../../compose/expected/missing-images.ts'
import type { TestClass } from '../../jobs/compare/test-class.ts'
import { counted } from '../counted.ts'
import type { Report, TestLine, Unposted } from '../report.ts'
import { linesOf } from '../tests.ts'
import { headOf } from '../words/test-words.ts'
import { acceptedOf, unacceptedImages } from '../orders/unaccepted.ts'
import { acceptedImageWords, missingLines } from '../text/image-lines.ts'
import { link, markup, nothing, type Markup } from './markup.ts'
import { listRow, type HtmlRow, type HtmlSection } from './section.ts'
import {
  acceptedTest,
  jobLink,
  notRunRows,
  sinceRows,
  softRows,
  testRows,
  unfinishedRows,
  type NamesTest,
} from './test-rows.ts'

/** Everything about tests, images and posts, in the order of the text; tests have the links of a mail. */
export function sectionsOf(report: Report, named: NamesTest = jobLink): readonly HtmlSection[] {
  const tests = (kind: TestClass, rowsOf: RowsOf, shape: HtmlSection['shape'] = 'table') =>
    testSection(report, kind, (some) => rowsOf(some, named), shape)
  const { images, attention, posts } = report
  const missing = unacceptedImages(images)
  const all: readonly HtmlSection[] = [
    tests('new', testRows),
    tests('failed', testRows),
    list(`MISSING (${counted(missing.length, 'image')})`, missing.map(missingImage)),
    list(
      'LOOK AT THIS',
      attention.map((item) => markup`${item}`),
    ),
    list(`REFUSED BY OPENQA (${posts.refused.length})`, posts.refused.map(unposted)),
    list(`SCHEDULED IN PART (${posts.partial.length})`, posts.partial.map(unposted)),
    tests('unfinished', (some) => unfinishedRows(some, named, report.watchedUntil)),
    tests('fixed', testRows),
    tests('still', sinceRows),
    tests('known', sinceRows),
    accepted(report, named),
    tests('never-passed', testRows),
    tests('not-run', notRunRows, 'list'),
    tests('flaky', testRows),
    tests('soft', softRows),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

type RowsOf = (tests: readonly TestLine[], named: NamesTest) => readonly HtmlRow[]

function testSection(
  report: Report,
  kind: TestClass,
  rowsOf: (tests: readonly TestLine[]) => readonly HtmlRow[],
  shape: HtmlSection['shape'],
): HtmlSection {
  const some = linesOf(report.tests, kind)
  const head = headOf(kind, some.length, report.comparison?.nights ?? 0)
  return { head, shape, rows: rowsOf(some) }
}

function list(head: string, items: readonly Markup[]): HtmlSection {
  return { head, shape: 'list', rows: items.map((item) => listRow(item)) }
}

/** What people took out of the verdict. */
function accepted(report: Report, named: NamesTest): HtmlSection {
  const { tests: failing, images } = acceptedOf(report)
  return list(`ACCEPTED (${failing.length + images.length})`, [
    ...images.map((image) => markup`${acceptedImageWords(image)}`),
    ...failing.map((test) => acceptedTest(test, named)),
  ])
}

function missingImage(image: NeededImage): Markup {
  const { koji } = image
  const sentence = missingLines([{ ...image, koji: null }])
    .map((part) => part.trim())
    .join(' ')
  if (koji === null) return markup`${sentence}`
  const fault = koji.fault === '' ? nothing : markup`: ${koji.fault}`
  return markup`${sentence}<br />${link(koji.url, `Koji task ${koji.task}`)} is ${koji.state}${fault}`
}

function unposted({ flavor, arch, why }: Unposted): Markup {
  return markup`${`${flavor} ${arch}: ${why}`}`
}
