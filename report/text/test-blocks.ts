import { byText } from '../../compose/by-text.ts'
import { listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import {
  acceptedFacts,
  howItFailed,
  howLongItHadFailed,
  otherFacts,
  sinceOf,
  sinceWhen,
} from '../words/test-words.ts'
import { wrap } from './wrap.ts'

const mostBlocks = 20

/** Where the rest of a long list is. */
const elsewhere = "on openQA's page of the whole build, and in the JSON"

/** Tests one below the other, each with what there is to say and its links. */
export function testBlocks(
  tests: readonly TestLine[],
  block: (test: TestLine) => readonly string[] = testBlock,
  indent = '  ',
): readonly string[] {
  const rest = tests.length - mostBlocks
  return [
    ...tests.slice(0, mostBlocks).flatMap((test) => block(test)),
    ...(rest > 0 ? wrap(`… and ${rest} more, ${elsewhere}`, indent) : []),
  ]
}

/** The name of a test with its flavor, arch and machine. */
export function nameOf({ test, flavor, arch, machine }: TestLine): string {
  return `${test} on ${flavor} ${arch} ${machine}`
}

/** A test with all that a reader wants to know before opening it. */
export function testBlock(test: TestLine): readonly string[] {
  const { job, required, failedTries } = test
  const facts = [howItFailed(test), ...otherFacts(test)].filter((fact) => fact !== '')
  return [
    ...wrap(`${nameOf(test)}${required ? ', required' : ''}`, '  ', '    '),
    ...wrap(facts.join('; '), '    '),
    ...(job === null ? [] : wrap(job.url, '    ')),
    ...failedTries.slice(0, 1).flatMap(({ url }) => wrap(`first try: ${url}`, '    ')),
  ]
}

/** What a block says more than the name of its test. */
interface BlockWords {
  readonly indent?: string
  /** After the name. */
  readonly note?: string
  /** On lines of their own. */
  readonly facts?: string
}

/** A test with its link and the bugs that explain it. */
export function shortBlock(
  test: TestLine,
  { indent = '  ', note = '', facts = '' }: BlockWords = {},
): readonly string[] {
  const { bugs, job, required } = test
  const hanging = `${indent}  `
  const known = bugs.length === 0 ? '' : `: ${listed(bugs)}`
  return [
    ...wrap(`${nameOf(test)}${required ? ', required' : ''}${known}${note}`, indent, hanging),
    ...wrap(facts, hanging),
    ...(job === null ? [] : wrap(job.url, hanging)),
  ]
}

/** A test that passes again, and how long it had failed. */
export function fixedBlock(test: TestLine): readonly string[] {
  return shortBlock(test, { facts: howLongItHadFailed(test) })
}

/** A test that a person took out of the verdict, and why. */
export function acceptedBlock(test: TestLine): readonly string[] {
  return shortBlock(test, { facts: acceptedFacts(test) })
}

/** Tests that fail for long, by the compose with which they began to fail, the latest first. */
export function sinceBlocks(tests: readonly TestLine[]): readonly string[] {
  const latestFirst = tests.toSorted((one, other) => byText(sinceOf(other), sinceOf(one)))
  return [...Map.groupBy(latestFirst, sinceWhen)].flatMap(([since, row]) => [
    ...wrap(since, '  '),
    ...testBlocks(row, (test) => shortBlock(test, { indent: '    ' }), '    '),
  ])
}
