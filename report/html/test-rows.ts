import { byText } from '../../compose/by-text.ts'
import type { TestLine } from '../report.ts'
import { comma, joined } from './joined.ts'
import { acceptedFacts, howMany, sinceOf, sinceWhen, waitWords, whyNotRun } from '../words/test-words.ts'
import { link, markup, nothing, type Markup } from './markup.ts'
import { cellsRow, headRow, listRow, wideRow, type HtmlRow } from './section.ts'
import { factsOf } from './test-words.ts'

/** Of a large group the first names are shown. */
const mostNames = 60

/** How a rendering names a test: with a link to its job, or to a page of its own. */
export type NamesTest = (test: TestLine) => Markup

/** The name of a test, with a link to its job. */
export function jobLink({ test, job }: TestLine): Markup {
  return job === null ? markup`${test}` : link(job.url, test)
}

/** A row for each test. */
export function testRows(tests: readonly TestLine[], named: NamesTest): readonly HtmlRow[] {
  return tests.map((test) => testRow(test, named))
}

/** Tests under the compose with which they began to fail, the latest first. */
export function sinceRows(tests: readonly TestLine[], named: NamesTest): readonly HtmlRow[] {
  const latestFirst = tests.toSorted((one, other) => byText(sinceOf(other), sinceOf(one)))
  return [...Map.groupBy(latestFirst, sinceWhen)].flatMap(([since, group]) => [
    headRow(markup`${since}`),
    ...testRows(group, named),
  ])
}

/** Those that softly failed for the first time come first. */
export function softRows(tests: readonly TestLine[], named: NamesTest): readonly HtmlRow[] {
  return testRows(
    tests.toSorted((one, other) => Number(other.isNew) - Number(one.isNew)),
    named,
  )
}

/** The tests that did not run, in one item for each cause, flavor and arch. */
export function notRunRows(tests: readonly TestLine[], named: NamesTest): readonly HtmlRow[] {
  const groups = Map.groupBy(tests, (test) => `${test.flavor} ${test.arch}: ${whyNotRun(test)}`)
  return [...groups].map(([cause, group]) => {
    const rest = group.length - mostNames
    const names = joined(group.slice(0, mostNames).map(named), comma)
    const more = rest > 0 ? markup` and ${rest} more` : nothing
    return listRow(markup`${cause} (${howMany(group)}: ${names}${more})`, group.length)
  })
}

/** The tests that had not ended, under a row that says until when Nightjar waits for them. */
export function unfinishedRows(
  tests: readonly TestLine[],
  named: NamesTest,
  watchedUntil: string | null,
): readonly HtmlRow[] {
  if (tests.length === 0) return []
  return [wideRow(markup`${waitWords(watchedUntil)}`), ...testRows(tests, named)]
}

/** A test that a person took out of the verdict, as an item of a list. */
export function acceptedTest(test: TestLine, named: NamesTest): Markup {
  const { flavor, arch, machine, required } = test
  const where = `on ${flavor} ${arch} ${machine}${required ? ', required' : ''}`
  return markup`${named(test)} ${where}: ${acceptedFacts(test)}`
}

function testRow(test: TestLine, named: NamesTest): HtmlRow {
  const { flavor, arch, machine, required } = test
  return cellsRow(
    markup`${named(test)}${required ? markup`, <b>required</b>` : nothing}`,
    markup`${`${flavor} ${arch} ${machine}`}`,
    markup`${factsOf(test)}${firstTry(test)}`,
  )
}

function firstTry({ failedTries: [first] }: TestLine): Markup {
  return first === undefined ? nothing : markup` ${link(first.url, 'first try')}`
}
