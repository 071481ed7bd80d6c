import type { TestClass } from '../../jobs/compare/test-class.ts'
import { counted } from '../counted.ts'
import { classWords } from '../class-words.ts'
import type { Report, TestLine, Unposted } from '../report.ts'
import { linesOf } from '../tests.ts'
import { acceptedImage, missingLines } from './image-lines.ts'
import { notRunLines } from './not-run.ts'
import { unfinishedLines } from './unfinished.ts'
import { acceptedBlock, fixedBlock, shortBlock, sinceBlocks, testBlock, testBlocks } from './test-blocks.ts'
import { orderWords } from '../orders/order-words.ts'
import { acceptedOf, unacceptedImages, unrunWords } from '../orders/unaccepted.ts'
import { headOf } from '../words/test-words.ts'
import { wrap } from './wrap.ts'

/** A head and what is under it. */
export interface Section {
  readonly head: string
  readonly lines: readonly string[]
}

/** What is new or changed, the most important first. */
export function changedSections(report: Report): readonly Section[] {
  const { images, tests, attention, posts } = report
  const missing = unacceptedImages(images)
  return kept([
    ofTests(report, 'new', (some) => testBlocks(some)),
    ofTests(report, 'failed', (some) => testBlocks(some)),
    { head: `MISSING (${counted(missing.length, 'image')})`, lines: missingLines(missing) },
    { head: 'LOOK AT THIS', lines: attention.flatMap((item) => wrap(item, '  ', '    ')) },
    { head: `REFUSED BY OPENQA (${posts.refused.length})`, lines: postLines(posts.refused) },
    { head: `SCHEDULED IN PART (${posts.partial.length})`, lines: postLines(posts.partial) },
    ofTests(report, 'unfinished', (some) => unfinishedLines(some, report.watchedUntil)),
    {
      head: `${classWords.fixed.heading} (${tests.counts.fixed})`,
      lines: testBlocks(linesOf(tests, 'fixed'), fixedBlock),
    },
  ])
}

/** Classes of tests that were so before, or passed after all. */
export const oldClasses = ['still', 'known', 'never-passed', 'not-run', 'flaky', 'soft'] as const

type Lines = (tests: readonly TestLine[]) => readonly string[]

const oldLines: Readonly<Record<(typeof oldClasses)[number], Lines>> = {
  still: sinceBlocks,
  known: sinceBlocks,
  'never-passed': (some) => testBlocks(some, neverPassedBlock),
  'not-run': notRunLines,
  flaky: (some) => testBlocks(some),
  soft: (some) => testBlocks(some.toSorted(newFirst), softBlock),
}

/** What was so before, or passed after all. */
export function oldSections(report: Report): readonly Section[] {
  const sections = oldClasses.map((kind) => ofTests(report, kind, oldLines[kind]))
  return kept([...sections.slice(0, 2), acceptedSection(report), ...sections.slice(2)])
}

/** What people took out of the verdict; `oldSections` has it after what is still failing, or known. */
function acceptedSection(report: Report): Section {
  const { tests, images } = acceptedOf(report)
  const unrun = unrunWords(report)
  const lines = [
    ...images.flatMap(acceptedImage),
    ...(unrun === null ? [] : wrap(unrun, '  ', '    ')),
    ...testBlocks(tests, acceptedBlock),
  ]
  return { head: `ACCEPTED (${tests.length + images.length})`, lines }
}

/** What people ordered. */
export function orderSection(report: Report): Section {
  const { orders } = report
  const lines = orders.flatMap((order) => wrap(orderWords(order, report.night.date), '  ', '    '))
  return { head: `ORDERS (${orders.length})`, lines }
}

function ofTests({ tests, comparison }: Report, kind: TestClass, lines: Lines): Section {
  const some = linesOf(tests, kind)
  const head = headOf(kind, some.length, comparison?.nights ?? 0)
  return { head, lines: some.length === 0 ? [] : lines(some) }
}

function kept(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ lines }) => lines.length > 0)
}

/** On its first night nobody has looked at it yet. */
function neverPassedBlock(test: TestLine): readonly string[] {
  return test.failing?.nights === 1 ? testBlock(test) : shortBlock(test)
}

function softBlock(test: TestLine): readonly string[] {
  return shortBlock(test, { note: test.isNew ? ' (new)' : '' })
}

function newFirst(one: TestLine, other: TestLine): number {
  return Number(other.isNew) - Number(one.isNew)
}

function postLines(posts: readonly Unposted[]): readonly string[] {
  return posts.flatMap(({ flavor, arch, why }) => wrap(`${flavor} ${arch}: ${why}`, '  ', '    '))
}
