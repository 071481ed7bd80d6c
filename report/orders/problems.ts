import { imageName } from '../../compose/images/image.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import { scenarioOf } from '../../jobs/results/lineage.ts'
import { hasPassed } from '../told/passed.ts'
import type { Problem } from '../order.ts'
import type { Report } from '../report.ts'
import { linesOf } from '../tests.ts'
import { unacceptedImages } from './unaccepted.ts'

const mostProblems = 100

/** They go through the history of a night, whose payloads are to be small. */
const mostLetters = 30_000

/**
 * What a report holds against the compose, or could: its missing images and failed tests that nobody
 * accepted. Required ones come first, then new ones; what does not fit is left out.
 */
export function problemsOf({ tests, images }: Pick<Report, 'tests' | 'images'>): readonly Problem[] {
  const missing = unacceptedImages(images).map((image) => ({
    rank: rankOf(image.need === 'required', image.isNewlyMissing),
    problem: { kind: 'image' as const, name: imageName(image), ...(image.koji && { url: image.koji.url }) },
  }))
  const failed = linesOf(tests, ...failedClasses).map((line) => ({
    rank: rankOf(line.required, line.class === 'new' || line.class === 'failed'),
    problem: {
      kind: 'test' as const,
      test: line.test,
      scenario: scenarioOf(line),
      modules: line.failedModules,
      ...(line.job && { url: line.job.url }),
    },
  }))
  const ranked = [...missing, ...failed].toSorted((one, other) => one.rank - other.rank)
  return fitting(ranked.map(({ problem }) => problem)).slice(0, mostProblems)
}

/** Jobs that failed, broke off or never ended. */
export function notOkOf({ tests }: Pick<Report, 'tests'>): number {
  return tests.list.filter((line) => line.job !== null && !hasPassed(line)).length
}

function rankOf(isRequired: boolean, isNew: boolean): number {
  return (isRequired ? 0 : 2) + (isNew ? 0 : 1)
}

function fitting(problems: readonly Problem[]): readonly Problem[] {
  let left = mostLetters
  return problems.filter((problem) => {
    const { length } = JSON.stringify(problem)
    if (length > left) return false
    left -= length
    return true
  })
}
