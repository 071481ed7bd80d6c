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
import { acceptedTest, notRunRows, sinceRows, softRows, testRows, unfinishedRows } from './test-rows.ts'

/** Everything about tests, images and posts, in the order of the text. */
export function sectionsOf(report: Report): readonly HtmlSection[] {
  const { images, attention, posts } = report
  const missing = unacceptedImages(images)
  const all: readonly HtmlSection[] = [
    tests(report, 'new', testRows),
    tests(report, 'failed', testRows),
    list(`MISSING (${counted(missing.length, 'image')})`, missing.map(missingImage)),
    list(
      'LOOK AT THIS',
      attention.map((item) => markup`${item}`),
    ),
    list(`REFUSED BY OPENQA (${posts.refused.length})`, posts.refused.map(unposted)),
    list(`SCHEDULED IN PART (${posts.partial.length})`, posts.partial.map(unposted)),
    tests(report, 'unfinished', (some) => unfinishedRows(some, report.watchedUntil)),
    tests(report, 'fixed', testRows),
    tests(report, 'still', sinceRows),
    tests(report, 'known', sinceRows),
    accepted(report),
    tests(report, 'never-passed', testRows),
    tests(report, 'not-run', notRunRows, 'list'),
    tests(report, 'flaky', testRows),
    tests(report, 'soft', softRows),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function tests(
  report: Report,
  kind: TestClass,
  rowsOf: (tests: readonly TestLine[]) => readonly HtmlRow[],
  shape: HtmlSection['shape'] = 'table',
): HtmlSection {
  const some = linesOf(report.tests, kind)
  const head = headOf(kind, some.length, report.comparison?.nights ?? 0)
  return { head, shape, rows: rowsOf(some) }
}

function list(head: string, items: readonly Markup[]): HtmlSection {
  return { head, shape: 'list', rows: items.map((item) => listRow(item)) }
}

/** What people took out of the verdict. */
function accepted(report: Report): HtmlSection {
  const { tests: failing, images } = acceptedOf(report)
  return list(`ACCEPTED (${failing.length + images.length})`, [
    ...images.map((image) => markup`${acceptedImageWords(image)}`),
    ...failing.map(acceptedTest),
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
