import { isOpen, taskStates, type KojiTask, type TaskState } from './koji-task.ts'

/**
 * Which tasks are wanted. An option that is left out means all; times are epoch seconds, both ends exclusive.
 */
export interface TaskQuery {
  readonly methods?: readonly string[]
  readonly states?: readonly TaskState[]
  /** In Koji's words: `i686`, `armv7hl`. */
  readonly arches?: readonly string[]
  readonly owner?: number
  readonly createdAfter?: number
  readonly createdBefore?: number
}

/** The options of one listTasks call; a type of its own, so that it may be sent as a struct. */
export type TaskOptions = Readonly<Record<string, boolean | number | string | readonly (number | string)[]>>

const sets = ['methods', 'states', 'arches'] as const
const scalars = ['owner', 'createdAfter', 'createdBefore'] as const

/**
 * A hub's clock and ours may differ; a window is closed for new tasks only this many seconds after its end.
 */
const clockSlack = 300

/**
 * A query as listTasks' options, a call for each method.
 * @throws RangeError for an empty list, which would ask for nothing and which the hub answers with an SQL
 *   error.
 */
export function listTasksOptions(query: TaskQuery): readonly TaskOptions[] {
  const empty = sets.find((option) => query[option]?.length === 0)
  if (empty) throw new RangeError(`a query's ${empty} are an empty list; leave them out to mean all`)
  const options: TaskOptions = {
    decode: true,
    ...(query.states && { state: query.states.map((state) => taskStates.indexOf(state)) }),
    ...(query.arches && { arch: query.arches }),
    ...Object.fromEntries(scalars.flatMap((option) => entry(option, query[option]))),
  }
  return query.methods ? distinct(query.methods).map((method) => ({ ...options, method })) : [options]
}

/**
 * Whether the answer to `wider` holds the whole answer to `query`: every set of it is all, or a superset,
 * and every other option is the same. What a query leaves out, it wants all of.
 */
export function covers(wider: TaskQuery, query: TaskQuery): boolean {
  return (
    scalars.every((option) => wider[option] === query[option]) &&
    sets.every((option) => holds(wider[option], query[option]))
  )
}

/** The tasks of a wider answer that a query asks for. */
export function select(tasks: readonly KojiTask[], query: TaskQuery): readonly KojiTask[] {
  return tasks.filter(
    ({ method, state, arch }) =>
      has(query.methods, method) && has(query.states, state) && has(query.arches, arch),
  )
}

/**
 * Whether an answer stays true for ever: every task has ended, all states were asked for (an open task could
 * still enter a narrower set), and none can be created any more in its window. `askedAt` is epoch seconds.
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
