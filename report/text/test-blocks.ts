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
): readonly string[] {
  const rest = tests.length - mostBlocks
  return [
    ...tests.slice(0, mostBlocks).flatMap(block),
    ...(rest > 0 ? wrap(`… and ${rest} more, ${elsewhere}`, '  ', '  ') : []),
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

/** A test with its link and the bugs that explain it. */
export function shortBlock(test: TestLine): readonly string[] {
  const { bugs, job, required } = test
  const known = bugs.length === 0 ? '' : `: ${listed(bugs)}`
  return [
    ...wrap(`${nameOf(test)}${required ? ', required' : ''}${known}`, '  ', '    '),
    ...(job === null ? [] : wrap(job.url, '    ')),
  ]
}

function howItFailed({ failedModules, failedTries, job }: TestLine): string {
  const where = failedModules.length > 0 ? `in ${listed(failedModules, 5)}` : (job?.reason ?? '')
  if (job?.standing !== 'failed') return where
  return [failedTries.length > 0 ? 'failed twice' : 'failed', where].filter((word) => word !== '').join(' ')
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
  const before = failing === null ? '' : `failed since ${shortCompose(failing.since)}${nightsOf([test])}`
  const [name = '', ...links] = shortBlock(test)
  return [name, ...wrap(before, '    '), ...links]
}

/** Tests that fail for long, by the compose with which they began to fail, the latest first. */
export function sinceBlocks(tests: readonly TestLine[]): readonly string[] {
  const rows = Map.groupBy(tests, ({ failing }) => failing?.since ?? '')
  return [...rows]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([since, row]) => [
      ...wrap(`since ${shortCompose(since)}${nightsOf(row)}`, '  ', '  '),
      ...testBlocks(row, shortBlock).map((line) => `  ${line}`),
    ])
}

function nightsOf([first]: readonly TestLine[]): string {
  if (first?.failing == null) return ''
  return ` (${counted(first.failing.nights, 'night')}${first.failing.orEarlier ? ' or more' : ''})`
}
