import { Double, type HubValue } from './value.ts'
import { writeCall, writeFault, writeResponse } from './write.ts'

/** A task in the hub's database. Times are epoch seconds; null until they are known. */
export interface HubTask {
  readonly id: number
  readonly parent: number | null
  readonly method: string
  readonly arch: string
  readonly label: string | null
  readonly owner: number
  /** Koji's number: FREE 0, OPEN 1, CLOSED 2, CANCELED 3, ASSIGNED 4, FAILED 5. */
  readonly state: number
  readonly createdAt: number
  readonly startedAt: number | null
  readonly completedAt: number | null
  readonly request: readonly HubValue[]
  readonly result: HubValue
  /** The fault of a FAILED task. */
  readonly fault: { readonly code: number; readonly text: string } | null
  readonly output: readonly { readonly name: string; readonly bytes: number }[]
}

/** A task as a struct. */
export type Row = Readonly<Record<string, HubValue>>

/** A task in the form of getTaskInfo and similar calls; with its request if asked for. */
export function infoRow(task: HubTask, withRequest: boolean): Row {
  return { ...columns(task), ...(withRequest && { request: task.request }) }
}

/** A task in the form of listTasks, its members sorted by name. */
export function listRow(task: HubTask, decode: boolean): Row {
  const row: Row = {
    ...columns(task),
    owner_name: `user${task.owner}`,
    owner_type: 0,
    request: decode ? task.request : writeCall(task.method, task.request),
    result: decode ? decodedResult(task) : rawResult(task),
  }
  return Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** A time as PostgreSQL and Python write it, with its zone. */
function timeText(seconds: number): string {
  const [date = '', time = ''] = new Date(Math.floor(seconds) * 1000).toISOString().split('T')
  const micros = Math.round((seconds - Math.floor(seconds)) * 1e6)
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`
  return `${date} ${time.slice(0, 8)}${fraction}+00:00`
}

function columns(task: HubTask): Row {
  const child = task.parent !== null
  return {
    arch: task.arch,
    awaited: child ? false : null,
    channel_id: 4,
    completion_time: textOf(task.completedAt),
    completion_ts: doubleOf(task.completedAt),
    create_time: timeText(task.createdAt),
    create_ts: new Double(task.createdAt),
    host_id: hostOf(task),
    id: task.id,
    label: task.label,
    method: task.method,
    owner: task.owner,
    parent: task.parent,
    priority: child ? 19 : 20,
    start_time: textOf(task.startedAt),
    start_ts: doubleOf(task.startedAt),
    state: task.state,
    waiting: child ? null : false,
    weight: new Double(1.5),
  }
}

function decodedResult({ fault, result }: HubTask): HubValue {
  if (fault) return { faultCode: fault.code, faultString: fault.text }
  return result === null ? null : [result]
}

function rawResult({ fault, result }: HubTask): HubValue {
  if (fault) return writeFault(fault.code, fault.text)
  return result === null ? null : writeResponse(result)
}

/** The builder: null while a task is FREE. */
export function hostOf({ state }: HubTask): number | null {
  return state === 0 ? null : 1
}

function textOf(seconds: number | null): string | null {
  return seconds === null ? null : timeText(seconds)
}

function doubleOf(seconds: number | null): Double | null {
  return seconds === null ? null : new Double(seconds)
}
