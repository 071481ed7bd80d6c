import { scenarioOf, type Scenario } from '../results/lineage.ts'
import type { Standing } from '../results/standing.ts'
import type { PastTest } from './past.ts'
import { failsAlike } from './track.ts'

/** A test on two nights. */
export interface TestBetween extends Scenario {
  /** Null where the night did not have it. */
  readonly from: Standing | null
  readonly to: Standing | null
  /** Where it failed on the second night; on the first, where it did not fail on the second. */
  readonly failedModules: readonly string[]
  /** Whether it must pass. */
  readonly required: boolean
}

/** The tests that differ between two nights. */
export interface TestsBetween {
  /** They fail on the second night, and did not on the first, or in other modules. */
  readonly failing: readonly TestBetween[]
  /** They failed on the first night and pass on the second. */
  readonly fixed: readonly TestBetween[]
  /** They ended otherwise, and neither began to fail nor were fixed. */
  readonly otherwise: readonly TestBetween[]
  /** Only the first night has them. */
  readonly gone: readonly TestBetween[]
  /** Only the second night has them. */
  readonly added: readonly TestBetween[]
}

/** How the tests of two nights differ, each list in the order of the nights. */
export function testsBetween(
  from: readonly PastTest[],
  to: readonly PastTest[],
  isRequired: (test: Scenario) => boolean,
): TestsBetween {
  const before = new Map(from.map((test) => [scenarioOf(test), test]))
  const after = new Map(to.map((test) => [scenarioOf(test), test]))
  const groups = Map.groupBy(
    [
      ...from.filter((test) => !after.has(scenarioOf(test))).map((test) => pairOf(test, test, null)),
      ...to.map((test) => pairOf(test, before.get(scenarioOf(test)) ?? null, test)),
    ],
    ({ kind }) => kind,
  )
  const of = (kind: Kind) =>
    (groups.get(kind) ?? []).map(({ test }) => ({ ...test, required: isRequired(test) }))
  return {
    failing: of('failing'),
    fixed: of('fixed'),
    otherwise: of('otherwise'),
    gone: of('gone'),
    added: of('added'),
  }
}

type Kind = keyof TestsBetween | 'same'

function pairOf(
  { distri, test, flavor, arch, machine }: Scenario,
  from: PastTest | null,
  to: PastTest | null,
): { readonly kind: Kind; readonly test: Omit<TestBetween, 'required'> } {
  const failedIn = to?.standing === 'failed' ? to : from
  return {
    kind: kindOf(from, to),
    test: {
      distri,
      test,
      flavor,
      arch,
      machine,
      from: from?.standing ?? null,
      to: to?.standing ?? null,
      failedModules: failedIn?.failedModules ?? [],
    },
  }
}

function kindOf(from: PastTest | null, to: PastTest | null): Kind {
  if (to === null) return 'gone'
  if (from === null) return 'added'
  if (to.standing === 'failed') {
    const isOld = from.standing === 'failed' && failsAlike(from.failedModules, to.failedModules)
    return isOld ? 'same' : 'failing'
  }
  if (from.standing === 'failed' && (to.standing === 'passed' || to.standing === 'softfailed')) return 'fixed'
  return from.standing === to.standing ? 'same' : 'otherwise'
}
