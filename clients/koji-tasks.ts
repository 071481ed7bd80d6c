import { ClientFailure } from './failure.ts'
import { KojiFault } from './koji-fault.ts'
import type { Koji, KojiCall, KojiOutcome, KojiStruct } from './koji.ts'

/**
 * Rows of one page. From 1000 on (and without a limit) a hub runs the query only while it writes the answer, where one
 * error takes the place of the whole multiCall; and a page of decoded image tasks is some 3 MB.
 */
const pageSize = 500
const maxRestarts = 3

/** Ten times the busiest night: a hub that has more never ends. */
const maxRows = 20_000

/** How far the tasks of one filter are read. */
interface Reading<Task> {
  /** listTasks' own options, one method at most: the hub takes no list of methods. */
  readonly filter: KojiStruct
  readonly kept: Task[]
  rows: number
  lastId: number | null
  restarts: number
  whole: boolean
}

/**
 * All tasks of every filter, in the order of the filters and of their ids; each round of pages is one multiCall.
 * `read` turns the rows of a page into what is kept of them, so that rows (5 KB each) do not pile up.
 * Pages overlap by one row: a set that shifts while it is read is noticed, and read again.
 * @throws ClientFailure where one filter fails: a part of the tasks is no answer.
 */
export async function listTasks<Task>(
  koji: Koji,
  filters: readonly KojiStruct[],
  read: (rows: readonly unknown[]) => readonly Task[],
): Promise<readonly Task[]> {
  const readings = filters.map((filter) => start<Task>(filter))
  for (let open = readings; open.length > 0; open = open.filter(({ whole }) => !whole)) {
    const outcomes = await koji.multiCall(open.map(nextPage))
    open.forEach((reading, at) => advance(reading, rowsOf(outcomes[at], reading.filter), read))
  }
  return readings.flatMap(({ kept }) => kept)
}

function start<Task>(filter: KojiStruct): Reading<Task> {
  return { filter, kept: [], rows: 0, lastId: null, restarts: 0, whole: false }
}

function nextPage({ filter, rows }: Reading<unknown>): KojiCall {
  const page = { order: 'id', limit: pageSize, ...(rows > 0 && { offset: rows - 1 }) }
  return { method: 'listTasks', args: [filter, page] }
}

function advance<Task>(
  reading: Reading<Task>,
  page: readonly unknown[],
  read: (rows: readonly unknown[]) => readonly Task[],
): void {
  const overlap = reading.lastId === null ? 0 : 1
  if (overlap === 1 && idOf(page[0]) !== reading.lastId) return restart(reading)
  const fresh = page.slice(overlap)
  reading.kept.push(...read(fresh))
  reading.rows += fresh.length
  reading.lastId = idOf(page.at(-1))
  reading.whole = page.length < pageSize
  if (reading.whole || (reading.lastId !== null && reading.rows < maxRows)) return
  throw garbled(
    `${named(reading.filter)} goes on after ${reading.rows} rows, the last with id ${reading.lastId}`,
  )
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
  reading.kept.length = 0
  reading.rows = 0
  reading.lastId = null
}

function rowsOf(outcome: KojiOutcome | undefined, filter: KojiStruct): readonly unknown[] {
  if (outcome?.ok === false) throw new KojiFault(outcome.fault, named(filter))
  if (Array.isArray(outcome?.value)) return outcome.value
  throw garbled(`${named(filter)} is answered with no list of tasks`)
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
