import { notAccepted } from '../../../compose/expected/acceptance-state.ts'
import type { ComparedTest } from '../../../jobs/compare/compared-test.ts'
import type { TestClass } from '../../../jobs/compare/test-class.ts'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import type { VerdictInput } from '../../../jobs/verdict/verdict-input.ts'
import { judge } from '../../../jobs/verdict/verdict.ts'
import { numberedJob } from '../numbered-job.ts'

/** A test of a class, by its number. A verdict needs only its class, and what is given here. */
export function testOf(
  id: number,
  kind: TestClass,
  what: Partial<Pick<ComparedTest, 'required' | 'isNew' | 'accepted'>> = {},
): ComparedTest {
  const job = numberedJob(id)
  const { distri, flavor, arch, machine } = job
  return {
    distri,
    flavor,
    arch,
    machine,
    test: job.test,
    class: kind,
    job: { ...job, standing: 'passed' },
    failedTries: [],
    required: false,
    bugs: [],
    failing: null,
    lastPassed: null,
    otherModules: [],
    isNew: false,
    flakes: null,
    absence: '',
    failsElsewhere: false,
    ...notAccepted,
    ...what,
  }
}

/** So many tests of a class. */
export function testsOf(
  count: number,
  kind: TestClass,
  what: Partial<Pick<ComparedTest, 'required' | 'isNew' | 'accepted'>> = {},
): readonly ComparedTest[] {
  return Array.from({ length: count }, (_, nth) => testOf(nth, kind, what))
}

/** The facts on a compose that has these tests; of all else, all is well. */
export function judged(tests: readonly ComparedTest[], otherwise: Partial<VerdictInput> = {}): VerdictInput {
  return {
    posts: [{ flavor: 'Server-dvd-iso', arch: 'x86_64', kind: 'scheduled', jobs: tests.length }],
    jobs: tests.flatMap(({ job }) => (job === null ? [] : [job])),
    comparison: { baseline: null, nights: 0, unknown: null, tests },
    missing: [],
    end: 'settled',
    thresholds: usualThresholds,
    ...otherwise,
  }
}

/** A verdict, why, the tests beside 18 that passed, and what else is otherwise. */
export type VerdictCase = [
  verdict: string,
  why: string,
  more: readonly ComparedTest[],
  otherwise?: Partial<VerdictInput>,
]

/** The verdict on 18 optional tests that passed, and some more; with its cause where it is unknown. */
export function verdictOn(more: readonly ComparedTest[], otherwise: Partial<VerdictInput> = {}): string {
  const verdict = judge(judged([...testsOf(18, 'passed'), ...more], otherwise))
  return verdict.kind === 'unknown' ? `unknown: ${verdict.cause}` : verdict.kind
}

/** Two tests, the second of a class. */
export function secondIs(
  kind: TestClass,
  what: Partial<Pick<ComparedTest, 'required' | 'isNew' | 'accepted'>> = {},
): readonly ComparedTest[] {
  return [testOf(1, 'passed'), testOf(2, kind, what)]
}
