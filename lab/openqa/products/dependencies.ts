import type { Draft } from './templates.ts'
import { addLink } from '../jobs/job.ts'
import type { DependencyKind, LabJob } from '../state.ts'

type Settings = Readonly<Record<string, string>>

const chained: readonly (readonly [string, DependencyKind])[] = [
  ['START_AFTER_TEST', 'Chained'],
  ['START_DIRECTLY_AFTER_TEST', 'Directly chained'],
]
const parallel: readonly (readonly [string, DependencyKind])[] = [['PARALLEL_WITH', 'Parallel']]

/** Whether chained dependencies count, or are left out (`_SKIP_CHAINED_DEPS`). */
export type Chains = 'with-chains' | 'without-chains'

/** The name of a job in a dependency: `install_default@64bit`. */
function testAtMachine({ TEST, MACHINE }: Settings): string {
  return `${TEST ?? ''}@${MACHINE ?? ''}`
}

/** The wanted drafts and those they need, parents first. */
export function withParents(
  drafts: readonly Draft[],
  isWanted: (settings: Settings) => boolean,
  chains: Chains,
): readonly Draft[] {
  const sorted = parentsFirst(drafts)
  const wanted = new Set(
    sorted
      .map(({ settings }) => settings)
      .filter(isWanted)
      .map(testAtMachine),
  )
  for (const { settings } of sorted.toReversed()) {
    if (!wanted.has(testAtMachine(settings))) continue
    for (const { parent } of parentsOf(settings, chains)) wanted.add(parent)
  }
  return sorted.filter(({ settings }) => wanted.has(testAtMachine(settings)))
}

/**
 * Links the jobs of one post; returns those that could not be linked, in openQA's form. A job depends on a
 * job of another machine only if its setting names that machine. Then the jobs of this name on other machines
 * have no child, which openQA reports as a mistake, too.
 */
export function linkJobs(jobs: readonly LabJob[], chains: Chains): readonly object[] {
  const byName = Map.groupBy(jobs, ({ settings }) => testAtMachine(settings))
  const childless = new Map<string, readonly LabJob[]>()
  const depended = new Set<string>()
  const failures: object[] = []
  for (const job of jobs) {
    const errors: string[] = []
    for (const { parent, setting, kind } of parentsOf(job.settings, chains)) {
      const found = byName.get(parent) ?? []
      for (const [name, named] of byName) if (testOf(name) === testOf(parent)) childless.set(name, named)
      if (found.length === 0)
        errors.push(`${setting}=${parent} not found - check for dependency typos and dependency cycles`)
      else depended.add(parent)
      for (const one of found) addLink(one, job, kind)
    }
    if (errors.length > 0) failures.push({ job_id: job.id, error_messages: errors })
  }
  const mistakes = [...childless]
    .filter(([name]) => !depended.has(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return [...failures, ...mistakes.map(([name, named]) => mistake(name, named))]
}

function mistake(name: string, jobs: readonly LabJob[]): object {
  const text = `${name} has no child, check its machine placed or dependency setting typos`
  return { job_id: jobs.map(({ id }) => id), error_messages: [text] }
}

interface Parent {
  readonly parent: string
  readonly setting: string
  readonly kind: DependencyKind
}

function parentsOf(settings: Settings, chains: Chains): readonly Parent[] {
  const kinds = chains === 'with-chains' ? [...parallel, ...chained] : parallel
  return kinds.flatMap(([setting, kind]) =>
    (settings[setting] ?? '')
      .split(/\s*,\s*/)
      .filter((name) => name !== '')
      .map((name) => {
        const parent = name.includes('@')
          ? name
          : `${name.replace(/:[^:]+$/, '')}@${settings['MACHINE'] ?? ''}`
        return { parent, setting, kind }
      }),
  )
}

/** Repeatedly takes the drafts without a waiting parent. Drafts in a cycle come last. */
function parentsFirst(drafts: readonly Draft[]): readonly Draft[] {
  const sorted: Draft[] = []
  let waiting = drafts
  for (;;) {
    const before = waiting.length
    const left: Draft[] = []
    const names = new Map<string, number>()
    for (const { settings } of waiting) count(names, testAtMachine(settings), 1)
    for (const draft of waiting) {
      const blocked = parentsOf(draft.settings, 'with-chains').some(
        ({ parent }) => (names.get(parent) ?? 0) > 0,
      )
      if (blocked) left.push(draft)
      else {
        sorted.push(draft)
        count(names, testAtMachine(draft.settings), -1)
      }
    }
    waiting = left
    if (waiting.length === 0 || waiting.length === before) return [...sorted, ...waiting]
  }
}

function count(names: Map<string, number>, name: string, by: number): void {
  names.set(name, (names.get(name) ?? 0) + by)
}

function testOf(name: string): string {
  return name.split('@', 1)[0] ?? ''
}
