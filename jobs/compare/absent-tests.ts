import type { LatestJob } from '../results/build-jobs.ts'
import { scenarioOf, type Scenario } from '../results/lineage.ts'
import type { Track } from './track.ts'

/** A test that has no job tonight, and why. */
export interface AbsentTest {
  readonly scenario: Scenario
  readonly why: string
}

/** What openQA is posted: an image's flavor on an arch. */
export type Product = Pick<Scenario, 'flavor' | 'arch'>

/** A (flavor, arch) as one text. */
function productOf({ flavor, arch }: Product): string {
  return `${flavor} ${arch}`
}

/**
 * The tests that are missing tonight: the usual ones of a (flavor, arch) that has no job at all, and on the
 * first night those that openQA no longer makes while it makes others of the same (flavor, arch).
 * @param whyAbsent why a (flavor, arch) has no jobs; null where that is not known
 */
export function absentTests(
  tracks: Iterable<Track>,
  jobs: readonly LatestJob[],
  whyAbsent: (product: Product) => string | null,
): readonly AbsentTest[] {
  const tonight = new Set(jobs.map(scenarioOf))
  const products = new Set(jobs.map(productOf))
  return [...tracks].flatMap(({ scenario, isUsual, wasThere }): readonly AbsentTest[] => {
    if (tonight.has(scenarioOf(scenario))) return []
    const product = productOf(scenario)
    if (products.has(product)) {
      return wasThere ? [{ scenario, why: 'openQA made no job of it, though it makes others here' }] : []
    }
    const why = whyAbsent(scenario) ?? `openQA has no job of ${product} tonight`
    return isUsual ? [{ scenario, why }] : []
  })
}
