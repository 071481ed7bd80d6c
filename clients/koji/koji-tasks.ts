import { ClientFailure } from '../failure.ts'
import { KojiFault } from './koji-fault.ts'
import type { Koji, KojiCall, KojiOutcome, KojiStruct } from './koji.ts'

/**
 * Rows that one round of pages should bring, all filters together: decoded image tasks are 5 KB each, in memory some 20,
 * and what two rounds leave behind is there at once. A page must stay below 1000 rows: from there on (and without a limit)
 * a hub runs the query only while it writes the answer, where one error takes the place of the whole multiCall.
 */
const roundRows = 250
const smallestPage = 50
const maxRestarts = 3

/** Ten times the busiest night: a hub that has more never ends. */
const maxRows = 20_000

/** What is kept of a row, a hundredth of it. */
class Kept<Task> {
  readonly id: number | null
  readonly tasks: readonly Task[]

  constructor(row: unknown, tasks: readonly Task[]) {
    this.id = idOf(row)
    this.tasks = tasks
  }
}

/** How far the tasks of one filter are read. */
interface Reading<Task> {
  readonly filter: KojiStruct
  readonly tasks: Task[]
  rows: number
  lastId: number | null
  restarts: number
  whole: boolean
}

/**
 * All tasks of every filter, in the order of the filters and of their ids; each round of pages is one multiCall.
 * A filter is listTasks' own options, with one method at most: the hub takes no list of them.
 * `read` turns rows, as soon as they come, into plain JSON that is kept of them.
 * Pages overlap by one row: a set that shifts while it is read is noticed, and read again.
 * @throws ClientFailure where one filter fails: a part of the tasks is no answer.
 */
export async function listTasks<Task>(
  koji: Koji,
  filters: readonly KojiStruct[],
  read: (rows: readonly unknown[]) => readonly Task[],
): Promise<readonly Task[]> {
  const keep = (row: unknown) => (row instanceof Kept ? row : new Kept(row, read([row])))
  const readings = filters.map((filter) => start<Task>(filter))
  for (let open = readings; open.length > 0; open = open.filter(({ whole }) => !whole)) {
    const limit = Math.max(smallestPage, Math.floor(roundRows / open.length))
    const calls = open.map((reading) => nextPage(reading, limit))
    const outcomes = await koji.multiCall(calls, (struct) => (isRow(struct) ? keep(struct) : struct))
    open.forEach((reading, at) => advance(reading, rowsOf(outcomes[at], reading.filter).map(keep), limit))
  }
  return readings.flatMap(({ tasks }) => tasks)
}

function start<Task>(filter: KojiStruct): Reading<Task> {
  return { filter, tasks: [], rows: 0, lastId: null, restarts: 0, whole: false }
}

function nextPage({ filter, rows }: Reading<unknown>, limit: number): KojiCall {
  const page = { order: 'id', limit, ...(rows > 0 && { offset: rows - 1 }) }
  return { method: 'listTasks', args: [filter, page] }
}

function advance<Task>(reading: Reading<Task>, page: readonly Kept<Task>[], limit: number): void {
  const overlap = reading.lastId === null ? 0 : 1
  if (overlap === 1 && page[0]?.id !== reading.lastId) return restart(reading)
  const fresh = page.slice(overlap)
  reading.tasks.push(...withoutTheAnswer(fresh.flatMap(({ tasks }) => tasks)))
  reading.rows += fresh.length
  reading.lastId = page.at(-1)?.id ?? null
  reading.whole = page.length < limit
  if (reading.whole || (reading.lastId !== null && reading.rows < maxRows)) return
  const end = `goes on after ${reading.rows} rows, the last with id ${reading.lastId}`
  throw garbled(`${named(reading.filter)} ${end}`)
}

function restart(reading: Reading<unknown>): void {
  reading.restarts += 1
  if (reading.restarts > maxRestarts) {
    throw new ClientFailure(
      'unreachable',
      'Koji',
      `${named(reading.filter)} changes faster than it can be read`,
    )
  }
  reading.tasks.length = 0
  reading.rows = 0
  reading.lastId = null
}

/** Texts that were cut out of an answer hold all of it in memory; those of a clone hold only themselves. */
function withoutTheAnswer<Task>(tasks: readonly Task[]): readonly Task[] {
  return structuredClone(tasks)
}

function rowsOf(outcome: KojiOutcome | undefined, filter: KojiStruct): readonly unknown[] {
  if (outcome?.ok === false) throw new KojiFault(outcome.fault, named(filter))
  if (Array.isArray(outcome?.value)) return outcome.value
  throw garbled(`${named(filter)} is answered with no list of tasks`)
}

/** Whether a struct is a task's, not one inside its request or result. */
function isRow(struct: Readonly<Record<string, unknown>>): boolean {
  return 'request' in struct && 'method' in struct && 'state' in struct
}

function idOf(row: unknown): number | null {
  if (typeof row !== 'object' || row === null || !('id' in row)) return null
  return typeof row.id === 'number' ? row.id : null
}

function garbled(message: string): ClientFailure {
  return new ClientFailure('garbled', 'Koji', message)
}

function named(filter: KojiStruct): string {
  return `listTasks of ${JSON.stringify(filter)}`
}
