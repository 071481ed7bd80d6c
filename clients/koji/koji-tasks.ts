import { ClientFailure } from '../failure.ts'
import { KojiFault } from './koji-fault.ts'
import type { Koji, KojiCall, KojiOutcome, KojiStruct } from './koji.ts'

/**
 * How many rows one round of pages requests, for all filters together. A decoded image task has 5 KB, in
 * memory about 20 KB, and the memory of two rounds is in use at once. A page must stay below 1000 rows: with
 * 1000 or more, or without a limit, a hub runs the query while it writes the answer, and then one error
 * replaces the whole multiCall.
 */
const roundRows = 250
const smallestPage = 50
const maxRestarts = 3

/** Ten times the busiest night: a hub that sends more would never end. */
const maxRows = 20_000

/** The part of a row that is kept, about a hundredth. */
class Kept<Task> {
  readonly id: number | null
  readonly tasks: readonly Task[]

  constructor(row: unknown, tasks: readonly Task[]) {
    this.id = idOf(row)
    this.tasks = tasks
  }
}

/** The tasks of one filter that are read so far. */
interface Reading<Task> {
  readonly filter: KojiStruct
  readonly tasks: Task[]
  rows: number
  lastId: number | null
  restarts: number
  whole: boolean
}

/**
 * All tasks of every filter, in the order of the filters, then by id. Each round of pages is one multiCall. A
 * filter has listTasks' own options, with at most one method: the hub accepts no list of methods. `read`
 * reduces rows to plain JSON when they arrive. Pages overlap by one row, to notice tasks that shift during
 * the read; then it starts again.
 * @throws ClientFailure if one filter fails: a part of the tasks is not an answer.
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

/** A substring keeps its whole answer in memory; a clone does not. */
function withoutTheAnswer<Task>(tasks: readonly Task[]): readonly Task[] {
  return structuredClone(tasks)
}

function rowsOf(outcome: KojiOutcome | undefined, filter: KojiStruct): readonly unknown[] {
  if (outcome?.ok === false) throw new KojiFault(outcome.fault, named(filter))
  if (Array.isArray(outcome?.value)) return outcome.value
  throw garbled(`${named(filter)} is answered with no list of tasks`)
}

/** Whether a struct is a task, not a struct inside its request or result. */
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
