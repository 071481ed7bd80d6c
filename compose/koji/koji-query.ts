import { isOpen, taskStates, type KojiTask, type TaskState } from './koji-task.ts'

/** Which tasks are wanted. An absent option means all tasks. Times are epoch seconds, both ends exclusive. */
export interface TaskQuery {
  readonly methods?: readonly string[]
  readonly states?: readonly TaskState[]
  /** Koji's names of the arches: `i686`, `armv7hl`. */
  readonly arches?: readonly string[]
  readonly owner?: number
  readonly createdAfter?: number
  readonly createdBefore?: number
}

/** The options of one listTasks call. This type can be sent as a struct. */
export type TaskOptions = Readonly<Record<string, boolean | number | string | readonly (number | string)[]>>

const sets = ['methods', 'states', 'arches'] as const
const scalars = ['owner', 'createdAfter', 'createdBefore'] as const

/**
 * The hub's clock and ours may differ. Nightjar expects no new tasks in a time window only this many seconds
 * after its end.
 */
const clockSlack = 300

/**
 * The listTasks options of a query, one call for each method.
 * @throws RangeError for an empty list. It would ask for no task, and the hub answers it with an SQL error.
 */
export function listTasksOptions(query: TaskQuery): readonly TaskOptions[] {
  const empty = sets.find((option) => query[option]?.length === 0)
  if (empty) throw new RangeError(`the query has an empty list of ${empty}: leave it out to ask for all`)
  const options: TaskOptions = {
    decode: true,
    ...(query.states && { state: query.states.map((state) => taskStates.indexOf(state)) }),
    ...(query.arches && { arch: query.arches }),
    ...Object.fromEntries(scalars.flatMap((option) => entry(option, query[option]))),
  }
  return query.methods ? distinct(query.methods).map((method) => ({ ...options, method })) : [options]
}

/**
 * Whether the answer to `wider` has all tasks that `query` asks for. Each set of `wider` must be absent or a
 * superset of the set in `query`. All other options must be the same.
 */
export function covers(wider: TaskQuery, query: TaskQuery): boolean {
  return (
    scalars.every((option) => wider[option] === query[option]) &&
    sets.every((option) => holds(wider[option], query[option]))
  )
}

/** The tasks that a query asks for, out of the answer to a wider query. */
export function select(tasks: readonly KojiTask[], query: TaskQuery): readonly KojiTask[] {
  return tasks.filter(
    ({ method, state, arch }) =>
      has(query.methods, method) && has(query.states, state) && has(query.arches, arch),
  )
}

/**
 * Whether an answer can no longer change. All its tasks have ended, and no more tasks can be created in its
 * time window. The query must ask for all states, because an open task could still enter one of them later.
 * `askedAt` is in epoch seconds.
 */
export function isFinal(query: TaskQuery, tasks: readonly KojiTask[], askedAt: number): boolean {
  const closed = (query.createdBefore ?? Infinity) + clockSlack < askedAt
  return closed && query.states === undefined && !tasks.some(isOpen)
}

function holds(wider: readonly string[] | undefined, set: readonly string[] | undefined): boolean {
  return wider === undefined || (set !== undefined && set.every((word) => wider.includes(word)))
}

function has(set: readonly string[] | undefined, word: string): boolean {
  return set === undefined || set.includes(word)
}

function entry(option: string, value: number | undefined): readonly (readonly [string, number])[] {
  return value === undefined ? [] : [[option, value]]
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
