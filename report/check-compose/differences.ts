import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { Report, TestLine } from '../report.ts'
import type { CheckedStanding, CheckedTest, CheckReport } from './check-report.ts'

/** One thing that the two reports do not say alike. */
export interface Difference {
  readonly kind: 'test' | 'age' | 'image' | 'gap'
  /** `x86_64 universal install_xfs@64bit`, or an image. */
  readonly about: string
  /** What each says. */
  readonly checkCompose: string
  readonly nightjar: string
}

/** What a report of check-compose says otherwise than Nightjar's on the same compose. */
export function differencesOf(checked: CheckReport, report: Report): readonly Difference[] {
  const unread = checked.gaps.map((gap): Difference => ({
    kind: 'gap',
    about: 'the report itself',
    checkCompose: gap,
    nightjar: 'not comparable in this',
  }))
  return [...unread, ...imageDifferences(checked, report), ...testDifferences(checked, report)]
}

function imageDifferences({ missing }: CheckReport, { images }: Report): readonly Difference[] {
  if (missing === null || images === null) return []
  const ours = images.missing.map(({ subvariant, type, arch }) =>
    `${subvariant} ${type} ${arch}`.toLowerCase(),
  )
  return [
    ...only(missing, ours).map((about) => imageDifference(about, 'missing', 'not missing')),
    ...only(ours, missing).map((about) => imageDifference(about, 'not missing', 'missing')),
  ]
}

/** Those that are not among others. */
function only(these: readonly string[], those: readonly string[]): readonly string[] {
  return these.filter((each) => !those.includes(each))
}

function imageDifference(about: string, checkCompose: string, nightjar: string): Difference {
  return { kind: 'image', about, checkCompose, nightjar }
}

function testDifferences({ tests }: CheckReport, report: Report): readonly Difference[] {
  const { list } = report.tests
  const found = tests.map((test) => ({ test, line: list.find((line) => isSame(test, line)) ?? null }))
  const told = new Set(found.flatMap(({ line }) => line ?? []))
  return [
    ...found.flatMap(({ test, line }) => between(test, line)),
    ...list
      .filter((line) => !told.has(line) && ['failed', 'soft'].includes(standingOf(line)))
      .map((line) => differ(nameOf(line), 'no such failure', `${line.class}${jobOf(line)}`)),
  ]
}

/** The job decides; a test that ran again has another one. */
function isSame(test: CheckedTest, line: TestLine): boolean {
  const jobs = [line.job?.id, ...line.failedTries.map(({ id }) => id)]
  if (jobs.includes(test.job)) return true
  const isNamed = test.arch === line.arch && test.flavor === line.flavor && test.test === line.test
  return (
    isNamed && (test.machine === line.machine || (test.machine === null && !line.machine.startsWith('uefi')))
  )
}

function between(test: CheckedTest, line: TestLine | null): readonly Difference[] {
  const about = `${test.arch} ${test.flavor} ${test.test}${test.machine === null ? '' : `@${test.machine}`}`
  if ((line === null ? 'passed' : standingOf(line)) !== test.standing) {
    const ran = line?.failedTries.some(({ id }) => id === test.job) ? ', it ran again later' : ''
    const words =
      line === null ? 'passed, or openQA has no such test now' : `${line.class}${jobOf(line)}${ran}`
    return [differ(about, `${test.standing} (job ${test.job})`, words)]
  }
  // Of the class `failed` there is nothing to compare with.
  if (
    line === null ||
    line.class === 'failed' ||
    test.isNew === null ||
    test.standing === 'passed' ||
    test.isNew === line.isNew
  )
    return []
  const ours = `${ageWords(line.isNew)} (${line.class})`
  return [{ ...differ(about, ageWords(test.isNew), ours), kind: 'age' }]
}

function ageWords(isNew: boolean): string {
  return isNew ? 'a new failure' : 'an old failure'
}

function differ(about: string, checkCompose: string, nightjar: string): Difference {
  return { kind: 'test', about, checkCompose, nightjar }
}

function standingOf(line: TestLine): CheckedStanding {
  if (failedClasses.includes(line.class)) return 'failed'
  if (line.class === 'soft') return 'soft'
  return line.class === 'fixed' || line.class === 'flaky' || line.class === 'passed' ? 'passed' : 'other'
}

function nameOf({ arch, flavor, test, machine }: TestLine): string {
  return `${arch} ${flavor} ${test}@${machine}`
}

function jobOf({ job }: TestLine): string {
  return job === null ? '' : ` (job ${job.id})`
}
