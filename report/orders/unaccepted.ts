import { classCounts } from '../class-counts.ts'
import { counted } from '../counted.ts'
import type { Report, Tests } from '../report.ts'

/** The tests without those that are accepted, which are in no count but the total. */
export function unacceptedTests(tests: Tests): Tests {
  const list = tests.list.filter(({ accepted }) => accepted === null)
  const { passed, total } = tests.counts
  return { ...tests, list, counts: { ...classCounts(list), passed, total } }
}

/** The missing images that nobody accepted; none where they are not known. */
export function unacceptedImages(
  images: Pick<NonNullable<Report['images']>, 'missing'> | null,
): NonNullable<Report['images']>['missing'] {
  return (images?.missing ?? []).filter(({ accepted }) => accepted === null)
}

/** The failing tests and missing images of a report that somebody accepted. */
export function acceptedOf({ tests, images }: Pick<Report, 'tests' | 'images'>): {
  readonly tests: Tests['list']
  readonly images: NonNullable<Report['images']>['missing']
} {
  return {
    tests: tests.list.filter(({ accepted, job }) => accepted !== null && job !== null),
    images: (images?.missing ?? []).filter(({ accepted }) => accepted !== null),
  }
}

/** The tests that did not run without the accepted images, counted; null where all ran. */
export function unrunWords({ tests }: Pick<Report, 'tests'>): string | null {
  const unrun = tests.list.filter(({ accepted, job }) => accepted !== null && job === null)
  if (unrun.length === 0) return null
  const required = unrun.filter((test) => test.required).length
  const needed = required === 0 ? '' : `, ${required} of them required`
  return `${counted(unrun.length, 'test')} did not run without what is accepted${needed}`
}

/** How many there are of both. */
export function acceptedCount(report: Pick<Report, 'tests' | 'images'>): number {
  const { tests, images } = acceptedOf(report)
  return tests.length + images.length
}
