import { setTimeout as sleep } from 'node:timers/promises'
import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { readComposeId } from '../../compose/naming/compose-id.ts'
import { packageChanges, shortChanges, type PackageChanges } from '../../compose/packages/package-changes.ts'
import type { Changes, SystemLine } from '../../jobs/compare/changes.ts'
import type { BuildJobs, LatestJob } from '../../jobs/results/build-jobs.ts'
import { scenarioOf, type Scenario } from '../../jobs/results/lineage.ts'
import {
  systemChanges,
  type ServiceChanges,
  type SystemThresholds,
} from '../../jobs/system/system-changes.ts'
import { jobsOfBuild } from '../openqa/build-results.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { isNoAnswer } from '../no-answer.ts'
import { installedSystemOf } from './installed-system.ts'
import { sourcePackagesOf } from './source-packages.ts'
import type { Unread } from './unread.ts'

/** The composes between which tests broke, and the tests. */
export interface BlameWindow {
  readonly from: string
  readonly to: string
  readonly tests: readonly Scenario[]
}

/** Whom to ask, and how long it may take. */
export interface ChangesLook {
  readonly source: Pick<ComposeSource, 'tree' | 'sites'>
  readonly openqa: OpenQa
  /** The jobs of the later compose. */
  readonly jobs: BuildJobs
  readonly thresholds: SystemThresholds
  readonly deadlineMs: number
}

/** Tests whose jobs upload what they installed. */
const uploads = /_upload$/

const mostSystems = 2
const mostNames = 50
const mostBytes = 256 * 1024 * 1024

/** What one question came to: its answer, or why it has none. */
type Part<Value> = { readonly value: Value } | { readonly unknown: string }

/** Asks what changed in a blame window. What cannot be read in time is said to be unknown. */
export async function changesBetween(window: BlameWindow, look: ChangesLook): Promise<Changes> {
  const { from, to } = window
  const late = sleep(look.deadlineMs, null, { ref: false })
  const [packages, systems] = await Promise.all([
    inTime(packagesBetween(window, look), late, `packages between ${from} and ${to}`),
    inTime(systemsBetween(window, look), late, 'the installed systems'),
  ])
  return {
    from,
    to,
    packages: 'value' in packages ? packages.value : null,
    systems: 'value' in systems ? systems.value : [],
    unknown: [packages, systems].flatMap((part) => ('unknown' in part ? [part.unknown] : [])),
  }
}

async function inTime<Value>(
  asked: Promise<Part<Value>>,
  late: Promise<null>,
  what: string,
): Promise<Part<Value>> {
  const first = await Promise.race([asked, late])
  return first ?? { unknown: `${what} could not be read in time` }
}

async function packagesBetween(
  { from, to }: BlameWindow,
  { source, deadlineMs }: ChangesLook,
): Promise<Part<PackageChanges>> {
  const ids = [readComposeId(from), readComposeId(to)] as const
  if (ids[0] === null || ids[1] === null) return { unknown: `${from} and ${to} have no lists of packages` }
  const limits = { deadlineMs, maxBytes: mostBytes }
  const [before, after] = await Promise.all([
    sourcePackagesOf(source, ids[0], limits),
    sourcePackagesOf(source, ids[1], limits),
  ])
  if (before.kind !== 'there') return { unknown: unread(`the packages of ${from}`, before) }
  if (after.kind !== 'there') return { unknown: unread(`the packages of ${to}`, after) }
  return { value: shortChanges(from, to, packageChanges(before.packages, after.packages)) }
}

function unread(what: string, look: Unread): string {
  return look.kind === 'absent' ? `${what} are not there` : `${what} could not be read: ${look.why}`
}

async function systemsBetween(window: BlameWindow, look: ChangesLook): Promise<Part<readonly SystemLine[]>> {
  const installs = installsOf(window, look.jobs)
  if (installs.length === 0) return { value: [] }
  try {
    const earlier = await jobsOfBuild(look.openqa, window.from)
    const lines = await Promise.all(installs.map((job) => systemOf(job, earlier, window, look)))
    return { value: lines.flatMap((line) => line ?? []) }
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return { unknown: `the installed systems could not be read: ${error.message}` }
  }
}

/** Tonight's installations of the products whose tests broke. */
function installsOf({ tests }: BlameWindow, { latest }: BuildJobs): readonly LatestJob[] {
  const broken = new Set(tests.map(({ flavor, arch }) => `${flavor} ${arch}`))
  return latest
    .filter(({ test, flavor, arch }) => uploads.test(test) && broken.has(`${flavor} ${arch}`))
    .slice(0, mostSystems)
}

async function systemOf(
  job: LatestJob,
  earlier: BuildJobs,
  { from, to }: BlameWindow,
  { openqa, thresholds }: ChangesLook,
): Promise<SystemLine | null> {
  const twin = earlier.latest.find((each) => scenarioOf(each) === scenarioOf(job))
  if (twin === undefined) return null
  const [before, after] = await Promise.all([
    installedSystemOf(openqa, twin.id),
    installedSystemOf(openqa, job.id),
  ])
  if (before.kind !== 'there' || after.kind !== 'there') return null
  return lineOf(job, { from, to }, systemChanges(before.system, after.system, thresholds))
}

function lineOf(
  { distri, test, flavor, arch, machine }: Scenario,
  { from, to }: Pick<BlameWindow, 'from' | 'to'>,
  { packages, services, numbers }: ReturnType<typeof systemChanges>,
): SystemLine {
  return {
    distri,
    test,
    flavor,
    arch,
    machine,
    packages: packages && shortChanges(from, to, packages),
    services: services && capped(services),
    numbers: numbers.slice(0, mostNames),
  }
}

function capped({ appeared, gone, nowFailed, failedBefore }: ServiceChanges): ServiceChanges {
  return {
    appeared: appeared.slice(0, mostNames),
    gone: gone.slice(0, mostNames),
    nowFailed: nowFailed.slice(0, mostNames),
    failedBefore: failedBefore.slice(0, mostNames),
  }
}
