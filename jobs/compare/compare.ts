import { notAccepted, type AcceptanceState } from '../../compose/expected/acceptance-state.ts'
import type { BuildJobs, LatestJob } from '../results/build-jobs.ts'
import { flakyJobs } from '../results/flaky.ts'
import { classOf as resultClassOf } from '../results/job-result.ts'
import type { Job } from '../results/job.ts'
import { scenarioOf, type Scenario } from '../results/lineage.ts'
import { absentTests, type AbsentTest, type Product } from './absent-tests.ts'
import { classOf, failsAnew } from './class-of.ts'
import type { Baseline, ComparedTest, Comparison, Failing } from './compared-test.ts'
import type { Past } from './past.ts'
import { failedClasses, type TestClass } from './test-class.ts'
import { failsAlike, nightsOf, rowOfFailures, tracksOf, type Track } from './track.ts'

/** A night's jobs, and what they are compared with. */
export interface CompareInput {
  /** Tonight's compose. */
  readonly compose: string
  readonly jobs: BuildJobs
  /** Whether openQA told of all jobs: otherwise nobody knows which tests have none. */
  readonly sawAll: boolean
  /** Known bugs by job id. */
  readonly bugs: Readonly<Record<string, readonly string[]>>
  readonly past: Past
  readonly isRequired: (test: Scenario) => boolean
  /** The tests that failed on the last night of the other stream. */
  readonly failedElsewhere: readonly Scenario[]
  /** Why a (flavor, arch) has no jobs; null where that is not known. */
  readonly whyAbsent: (product: Product) => string | null
  /** How the jobs that a (flavor, arch) does not have stand with what people accepted. */
  readonly absenceAcceptance: (product: Product) => AcceptanceState
  /** How a test that failed in some modules stands with what people accepted. */
  readonly acceptance: (test: Scenario, failedModules: readonly string[]) => AcceptanceState
}

/** What one night's tests share. */
interface Beside {
  readonly input: CompareInput
  /** Null where there are no nights before, or nobody could ask for them. */
  readonly tracks: ReadonlyMap<string, Track> | null
  readonly triesBefore: ReadonlyMap<string, readonly Job[]>
  readonly flaky: ReadonlySet<number>
  readonly elsewhere: ReadonlySet<string>
}

/** Compares a night's tests with the nights before. The same input gives the same comparison. */
export function compare(input: CompareInput): Comparison {
  const { jobs, past, failedElsewhere } = input
  const nights = past.kind === 'known' ? past.nights : []
  const tracks = nights.length === 0 ? null : tracksOf(nights)
  const beside: Beside = {
    input,
    tracks,
    triesBefore: Map.groupBy(jobs.every.filter(wentWrong), scenarioOf),
    flaky: new Set(flakyJobs(jobs).map(({ id }) => id)),
    elsewhere: new Set(failedElsewhere.map(scenarioOf)),
  }
  const tests = [
    ...jobs.latest.map((job) => comparedJob(job, beside)),
    ...absentOnes(beside).map((test) => absent(test, beside)),
  ]
  return {
    baseline: baselineOf(nights[0]),
    nights: nights.length,
    unknown: past.kind === 'unknown' ? past.why : null,
    tests: tests
      .map((test) => [scenarioOf(test), test] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([, test]) => test),
  }
}

/** Without any job at all, the report says so, and not for each test. */
function absentOnes({ input, tracks }: Beside): readonly AbsentTest[] {
  const { jobs, sawAll, whyAbsent } = input
  if (!sawAll || jobs.latest.length === 0) return []
  return absentTests(tracks?.values() ?? [], jobs.latest, whyAbsent)
}

function baselineOf(night: Baseline | undefined): Baseline | null {
  if (night === undefined) return null
  const { run, edition, compose, date } = night
  return { run, edition, compose, date }
}

function wentWrong({ result }: Job): boolean {
  const kind = resultClassOf(result)
  return kind === 'failed' || kind === 'broken'
}

function comparedJob(job: LatestJob, beside: Beside): ComparedTest {
  const { input, tracks, triesBefore, elsewhere } = beside
  const key = scenarioOf(job)
  const track = tracks?.get(key)
  const runs = track?.runs ?? []
  const bugs = input.bugs[String(job.id)] ?? []
  const past = tracks === null ? null : { track }
  const plain = classOf({ job, isFlaky: beside.flaky.has(job.id), bugs, past })
  const hasFailed = failedClasses.includes(plain)
  const state = hasFailed ? input.acceptance(job, job.failedModules) : notAccepted
  const kind = hasFailed && isNoLongerAccepted(job, runs, { state, input }) ? 'new' : plain
  const { flavor, arch, test, machine, distri } = job
  return {
    distri,
    flavor,
    arch,
    test,
    machine,
    class: kind,
    job,
    failedTries: (triesBefore.get(key) ?? []).filter(({ id }) => id < job.id),
    required: input.isRequired(job),
    bugs,
    failing: hasFailed ? failing(job, runs, beside) : failedBefore(kind, runs),
    lastPassed: hasFailed ? (runs.find(({ ended }) => ended !== 'failed')?.compose ?? null) : null,
    otherModules: hasFailed ? otherModules(job, runs) : [],
    isNew: kind === 'not-run' ? ranOnBaseline(track, tracks) : kind === 'new' || isNew(job, runs),
    flakes: kind === 'flaky' ? flakesOf(runs) : null,
    absence: '',
    failsElsewhere: hasFailed && elsewhere.has(key),
    ...state,
  }
}

/** Its acceptance ended, or it fails in other modules than those that were accepted and failed before. */
function isNoLongerAccepted(
  job: LatestJob,
  [last]: Track['runs'],
  { state, input }: { readonly state: AcceptanceState; readonly input: CompareInput },
): boolean {
  if (state.accepted !== null || state.acceptanceEnded) return state.acceptanceEnded
  return last?.ended === 'failed' && input.acceptance(job, last.failedModules).accepted !== null
}

function failing({ failedModules }: LatestJob, runs: Track['runs'], { input, tracks }: Beside): Failing {
  const row = rowOfFailures(runs, failedModules)
  return {
    since: row.at(-1)?.compose ?? input.compose,
    nights: nightsOf(row) + 1,
    orEarlier: tracks === null || (row.length > 0 && row.length === runs.length),
  }
}

/** How a test failed that is fixed tonight. */
function failedBefore(kind: TestClass, runs: Track['runs']): Failing | null {
  const [last] = runs
  if (kind !== 'fixed' || last === undefined) return null
  const row = rowOfFailures(runs, last.failedModules)
  return {
    since: row.at(-1)?.compose ?? last.compose,
    nights: nightsOf(row),
    orEarlier: row.length === runs.length,
  }
}

function otherModules({ failedModules }: LatestJob, [last]: Track['runs']): readonly string[] {
  if (last?.ended !== 'failed' || failsAlike(last.failedModules, failedModules)) return []
  return last.failedModules
}

function isNew({ standing, failedModules }: LatestJob, runs: Track['runs']): boolean {
  if (standing === 'failed') return failsAnew(runs, failedModules)
  const [last] = runs
  return standing === 'softfailed' && last !== undefined && last.ended !== 'softfailed'
}

/** Whether a test that did not run tonight ran on the night before; without such a night it counts so. */
function ranOnBaseline(track: Track | undefined, tracks: Beside['tracks']): boolean {
  return tracks === null || track?.ranLast === true
}

function flakesOf(runs: Track['runs']): NonNullable<ComparedTest['flakes']> {
  return { flaky: nightsOf(runs.filter(({ flaky }) => flaky)) + 1, nights: nightsOf(runs) + 1 }
}

function absent({ scenario, why }: AbsentTest, { input, tracks }: Beside): ComparedTest {
  return {
    ...scenario,
    class: 'not-run',
    job: null,
    failedTries: [],
    required: input.isRequired(scenario),
    bugs: [],
    failing: null,
    lastPassed: null,
    otherModules: [],
    isNew: ranOnBaseline(tracks?.get(scenarioOf(scenario)), tracks),
    flakes: null,
    absence: why,
    failsElsewhere: false,
    ...input.absenceAcceptance(scenario),
  }
}
