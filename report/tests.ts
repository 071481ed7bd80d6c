import { byText } from '../compose/by-text.ts'
import { areasOf } from '../jobs/compare/area.ts'
import type { ComparedTest } from '../jobs/compare/compared-test.ts'
import type { TestClass } from '../jobs/compare/test-class.ts'
import { requiredTally } from '../jobs/verdict/tally.ts'
import { classCounts } from './class-counts.ts'
import type { JobLink, TestLine, Tests } from './report.ts'

/** The tests of a night's compose, for its report. */
export function testsOf(tests: readonly ComparedTest[], openqaUrl: string): Tests {
  const byArch = [...Map.groupBy(tests, ({ arch }) => arch)].toSorted(([one], [other]) => byText(one, other))
  return {
    counts: classCounts(tests),
    byArch: byArch.map(([arch, own]) => ({ arch, counts: classCounts(own) })),
    required: requiredTally(tests),
    list: tests.filter((test) => test.class !== 'passed').map((test) => testLine(test, openqaUrl)),
  }
}

/** The lines with one of some classes that nobody accepted, in their order. */
export function linesOf(
  { list }: Pick<Tests, 'list'>,
  ...classes: readonly TestClass[]
): readonly TestLine[] {
  return list.filter((line) => line.accepted === null && classes.includes(line.class))
}

/** The areas of the new failures: `desktop, installer`; empty for more than two. */
export function newAreas(tests: Pick<Tests, 'list'>): string {
  return areasOf(linesOf(tests, 'new'))
}

function testLine({ job, failedTries, ...test }: ComparedTest, openqaUrl: string): TestLine {
  const url = (id: number) => `${openqaUrl}/tests/${id}`
  return {
    ...test,
    job: job && linkOf(job, url),
    failedModules: job?.failedModules ?? [],
    failedTries: failedTries.map(({ id, result }) => ({ id, result, url: url(id) })),
  }
}

function linkOf(
  { id, state, result, standing, reason }: NonNullable<ComparedTest['job']>,
  url: (id: number) => string,
): JobLink {
  return { id, state, result, standing, reason, url: url(id) }
}
