import { classOf } from '../../jobs/results/job-result.ts'
import { counted, listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import { shortCompose } from '../short-compose.ts'
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

function howItFailed({ failedModules, failedTries, job }: TestLine): string {
  const where = failedModules.length > 0 ? `in ${listed(failedModules, 5)}` : ''
  const reason = job?.reason ?? ''
  if (job?.standing !== 'failed') return where === '' ? reason : where
  const times = 1 + failedTries.filter(({ result }) => classOf(result) === 'failed').length
  const howOften = times > 2 ? `failed ${times} times` : times === 2 ? 'failed twice' : 'failed'
  if (where !== '') return `${howOften} ${where}`
  return reason === '' ? howOften : `${howOften}, ${reason}`
}

function otherFacts({ otherModules, failsElsewhere, bugs, flakes }: TestLine): readonly string[] {
  return [
    otherModules.length > 0 ? `the last time in ${listed(otherModules)}` : '',
    failsElsewhere ? 'it fails on the other stream, too' : '',
    bugs.length > 0 ? `known: ${listed(bugs)}` : '',
    flakes === null || flakes.nights === 1
      ? ''
      : `flaky on ${flakes.flaky} of the last ${flakes.nights} nights`,
  ]
}

/** A test that passes again, and how long it had failed. */
export function fixedBlock(test: TestLine): readonly string[] {
  const { failing } = test
  if (failing === null) return shortBlock(test)
  return shortBlock(test, { facts: `failed since ${shortCompose(failing.since)} (${nightsOf(failing)})` })
}

/** Tests that fail for long, by the compose with which they began to fail, the latest first. */
export function sinceBlocks(tests: readonly TestLine[]): readonly string[] {
  const latestFirst = tests.toSorted((one, other) => compared(sinceOf(other), sinceOf(one)))
  return [...Map.groupBy(latestFirst, sinceWhen)].flatMap(([since, row]) => [
    ...wrap(since, '  '),
    ...testBlocks(row, (test) => shortBlock(test, { indent: '    ' }), '    '),
  ])
}

function sinceOf({ failing }: TestLine): string {
  return failing?.since ?? ''
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

function sinceWhen({ failing }: TestLine): string {
  if (failing === null) return 'since when is not known'
  const isTonight = failing.nights === 1 && !failing.orEarlier
  return `since ${shortCompose(failing.since)} (${isTonight ? 'tonight' : nightsOf(failing)})`
}

function nightsOf({ nights, orEarlier }: NonNullable<TestLine['failing']>): string {
  return `${counted(nights, 'night')}${orEarlier ? ' or more' : ''}`
}
