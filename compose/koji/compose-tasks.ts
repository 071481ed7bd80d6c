import { midnightMs } from '../naming/calendar.ts'
import { imageMethods } from './koji-method.ts'
import type { TaskQuery } from './koji-query.ts'
import { isOpen, type KojiTask } from './koji-task.ts'

/** A compose as its Koji tasks name it. */
export interface TaskOwner {
  /** `Rawhide` or `44`; letter case does not matter. */
  readonly version: string
  /** `20261124.n.0`; `20150819` for a nightly of 2015. */
  readonly release: string
}

/** How far the tasks of a compose have come. */
export interface TaskCount {
  readonly total: number
  /** Not ended, and any whose state is not known. */
  readonly open: number
  readonly failed: number
}

/** Which tasks to ask a hub for, where the usual ones do not do. */
export interface TaskScope {
  readonly methods?: readonly string[]
  /** Koji's number of the user that submits them, 2745 (masher) in 2015. */
  readonly owner?: number
}

const hour = 3600

/**
 * The query that finds every task of a compose: its image methods, created from half a day before its date
 * (which need not be of our time zone) until four days after it (what fails on a Friday is submitted again on
 * Monday). What else was made then goes with {@link tasksOf}.
 */
export function composeTasksQuery(date: string, scope: TaskScope = {}): TaskQuery {
  const midnight = midnightMs(date) / 1000
  return {
    methods: scope.methods ?? imageMethods.map(({ method }) => method),
    createdAfter: midnight - 12 * hour,
    createdBefore: midnight + 5 * 24 * hour,
    ...(scope.owner !== undefined && { owner: scope.owner }),
  }
}

/** The tasks that belong to a compose. One whose request has no version counts by its release alone. */
export function tasksOf(tasks: readonly KojiTask[], { version, release }: TaskOwner): readonly KojiTask[] {
  const wanted = ['', version.toLowerCase()]
  return tasks.filter((task) => task.release === release && wanted.includes(task.version.toLowerCase()))
}

/** Counts tasks, parents and children alike: a parent that is FREE has no child yet, and is open. */
export function countTasks(tasks: readonly KojiTask[]): TaskCount {
  return {
    total: tasks.length,
    open: tasks.filter(isOpen).length,
    failed: tasks.filter(({ state }) => state === 'FAILED').length,
  }
}
