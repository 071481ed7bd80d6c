import { midnightMs } from '../naming/calendar.ts'
import { imageMethods } from './koji-method.ts'
import type { TaskQuery } from './koji-query.ts'
import { isOpen, type KojiTask } from './koji-task.ts'

/** How Koji's tasks name their compose. */
export interface TaskOwner {
  /** `Rawhide` or `44`; letter case does not matter. */
  readonly version: string
  /** `20261124.n.0`; `20150819` for a nightly of 2015. */
  readonly release: string
}

/** The number of a compose's tasks, by how far they are. */
export interface TaskCount {
  readonly total: number
  /** Tasks that have not ended, and tasks in an unknown state. */
  readonly open: number
  readonly failed: number
}

/** Which tasks to ask a hub for, if not the usual ones. */
export interface TaskScope {
  readonly methods?: readonly string[]
  /** The Koji id of the user that submits the tasks: 2745 (masher) in 2015. */
  readonly owner?: number
}

const hour = 3600

/**
 * The query for every task of a compose. It asks for tasks with image methods that were created from half a
 * day before the date until four days after it. The date may be in another time zone. A task that failed on
 * Friday may be submitted again on Monday. {@link tasksOf} drops the tasks of other composes.
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

/** The tasks of one compose. If the request of a task has no version, only its release must match. */
export function tasksOf(tasks: readonly KojiTask[], { version, release }: TaskOwner): readonly KojiTask[] {
  const wanted = ['', version.toLowerCase()]
  return tasks.filter((task) => task.release === release && wanted.includes(task.version.toLowerCase()))
}

/** Counts tasks, both parents and children. A parent that is FREE has no children yet, and counts as open. */
export function countTasks(tasks: readonly KojiTask[]): TaskCount {
  return {
    total: tasks.length,
    open: tasks.filter(isOpen).length,
    failed: tasks.filter(({ state }) => state === 'FAILED').length,
  }
}
