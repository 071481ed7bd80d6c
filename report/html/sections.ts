import type { NeededImage } from '../../compose/expected/missing-images.ts'
import { imageName } from '../../compose/images/image.ts'
import type { TestClass } from '../../jobs/compare/test-class.ts'
import { counted } from '../counted.ts'
import type { Report, TestLine, Unposted } from '../report.ts'
import { linesOf } from '../tests.ts'
import { headOf } from '../words/test-words.ts'
import { acceptedOf, unacceptedImages, unrunWords } from '../orders/unaccepted.ts'
import { aboutAccepted, aboutMissing } from '../text/image-lines.ts'
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

/** How a rendering names what has a page of its own. */
export interface Names {
  readonly test: NamesTest
  readonly image: (image: NeededImage) => Markup
}

/** As in a mail: a test leads to its job. */
const mailNames: Names = { test: jobLink, image: (image) => markup`${imageName(image)}` }

/** Everything about tests, images and posts, in the order of the text. */
export function sectionsOf(report: Report, names: Names = mailNames): readonly HtmlSection[] {
  const named = names.test
  const tests = (kind: TestClass, rowsOf: RowsOf, shape: HtmlSection['shape'] = 'table') =>
    testSection(report, kind, (some) => rowsOf(some, named), shape)
  const { images, attention, posts } = report
  const missing = unacceptedImages(images)
  const all: readonly HtmlSection[] = [
    tests('new', testRows),
    tests('failed', testRows),
    list(
      `MISSING (${counted(missing.length, 'image')})`,
      missing.map((image) => missingImage(image, names)),
    ),
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
    accepted(report, names),
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
function accepted(report: Report, names: Names): HtmlSection {
  const { tests: failing, images } = acceptedOf(report)
  const unrun = unrunWords(report)
  return list(`ACCEPTED (${failing.length + images.length})`, [
    ...images.map((image) => markup`${names.image(image)}${aboutAccepted(image)}`),
    ...(unrun === null ? [] : [markup`${unrun}`]),
    ...failing.map((test) => acceptedTest(test, names.test)),
  ])
}

function missingImage(image: NeededImage, names: Names): Markup {
  const { koji } = image
  const sentence = markup`${names.image(image)}${aboutMissing(image)}`
  if (koji === null) return sentence
  const fault = koji.fault === '' ? nothing : markup`: ${koji.fault}`
  return markup`${sentence}<br />${link(koji.url, `Koji task ${koji.task}`)} is ${koji.state}${fault}`
}

function unposted({ flavor, arch, why }: Unposted): Markup {
  return markup`${`${flavor} ${arch}: ${why}`}`
}
