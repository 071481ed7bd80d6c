import type { NeededImage } from '../../compose/expected/missing-images.ts'
import type { TestClass } from '../../jobs/compare/test-class.ts'
import { classCounts } from '../../report/class-counts.ts'
import { makeReport } from '../../report/make-report.ts'
import type { JobLink, Report, TestLine, Tests } from '../../report/report.ts'
import { green } from './green-night.ts'

const report = makeReport(green)

/** The job of a line: it failed, but for what a test says of it. */
export function linkTo(id: number, what: Partial<JobLink> = {}): JobLink {
  const url = `https://openqa.example/tests/${id}`
  return { id, state: 'done', result: 'failed', standing: 'failed', reason: '', url, ...what }
}

/** A test of a report, but for what a test says of it. */
export function lineOf(kind: TestClass, what: Partial<TestLine> = {}): TestLine {
  return {
    distri: 'fedora',
    test: 'base_selinux',
    flavor: 'Server-dvd-iso',
    arch: 'x86_64',
    machine: '64bit',
    class: kind,
    required: false,
    job: linkTo(1),
    failedModules: [],
    failedTries: [],
    bugs: [],
    isNew: false,
    failing: null,
    lastPassed: null,
    otherModules: [],
    flakes: null,
    absence: '',
    failsElsewhere: false,
    accepted: null,
    acceptanceEnded: false,
    ...what,
  }
}

/** So many tests of one class, each with a name and a job of its own. */
export function linesOf(count: number, kind: TestClass, what: Partial<TestLine> = {}): readonly TestLine[] {
  return Array.from({ length: count }, (_, nth) =>
    lineOf(kind, { test: `base_${kind}_${nth}`, job: linkTo(nth), ...what }),
  )
}

/** The tests of a report with these lines; the others of `total` passed. */
export function testsWith(
  list: readonly TestLine[],
  total: number = list.length,
  required: Tests['required'] = { passed: 0, of: 0 },
): Tests {
  return { counts: classCounts(list, total), byArch: [], required, list }
}

/** A report on these tests, but for what a test says of it. */
export function reportOn(list: readonly TestLine[], what: Partial<Report> = {}): Report {
  return { ...report, tests: testsWith(list, list.length + 1), ...what }
}

/** A missing image of a report. */
export const missingImage: NeededImage = {
  subvariant: 'KDE',
  type: 'live',
  arch: 'x86_64',
  need: 'expected',
  why: 'a desktop',
  koji: null,
  lastCompose: null,
  isNewlyMissing: false,
  accepted: null,
  acceptanceEnded: false,
}
