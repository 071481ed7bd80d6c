import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { Report, TestLine } from '../../report/report.ts'
import { subjectOf } from '../../report/told/subject.ts'

/** What a report says, in the form of the story's expectations. */
export function toldBy(report: Report) {
  const { verdict, headline, tests } = report
  const failed = tests.list.filter((line) => failedClasses.includes(line.class))
  return {
    verdict,
    subject: subjectOf(report),
    firstLine: headline,
    classes: Object.fromEntries(tests.list.map((line) => [keyOf(line), line.class])),
    since: Object.fromEntries(failed.map((line) => [keyOf(line), line.failing?.since])),
    nights: Object.fromEntries(failed.map((line) => [keyOf(line), line.failing?.nights])),
    newSoft: tests.list.filter((line) => line.class === 'soft' && line.isNew).map(keyOf),
  }
}

function keyOf({ test, flavor, arch, machine }: TestLine): string {
  return `${test} ${flavor} ${arch} ${machine}`
}
