import { badParameter, generic, HubFault } from './fault.ts'
import { infoRow, type HubTask } from './row.ts'
import { Double, isList, type HubValue } from './value.ts'

/** The arguments of a call by their Python names. */
export type Args = Readonly<Record<string, HubValue>>

const ended = { free: 0, closed: 2, canceled: 3, failed: 5 }

/** One task, nil if there is none. For a list of ids, a list, which may have nils. */
export function taskInfo(tasks: readonly HubTask[], { task_id = null, request, strict }: Args): HubValue {
  if (isList(task_id)) return task_id.map((id) => one(tasks, id, request === true, strict === true))
  return one(tasks, task_id, request === true, strict === true)
}

export function taskRequest(tasks: readonly HubTask[], { taskId = null }: Args): HubValue {
  return existing(tasks, taskId).request
}

/** A task's result. The fault of a FAILED task is raised again, unless the caller asks for it as a value. */
export function taskResult(tasks: readonly HubTask[], { taskId = null, raise_fault = true }: Args): HubValue {
  const task = existing(tasks, taskId)
  if (task.state === ended.canceled) throw generic(`Task ${task.id} is canceled`)
  if (task.state !== ended.closed && task.state !== ended.failed)
    throw generic(`Task ${task.id} is not finished`)
  if (task.fault === null) return task.result
  if (raise_fault === true) throw HubFault.ofTask(task.fault.code, task.fault.text)
  return { faultCode: task.fault.code, faultString: task.fault.text }
}

export function taskChildren(tasks: readonly HubTask[], { task_id = null, request, strict }: Args): HubValue {
  if (strict === true) existing(tasks, task_id)
  return childrenOf(tasks, idOf(task_id)).map((task) => infoRow(task, request === true))
}

/** A struct with every task of the tree: its id as text, and its children. */
export function taskDescendents(tasks: readonly HubTask[], { task_id = null, request }: Args): HubValue {
  const tree: [string, HubValue][] = []
  const ids = [idOf(task_id)]
  for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
    const children = childrenOf(tasks, id)
    tree.push([String(id), children.map((task) => infoRow(task, request === true))])
    ids.push(...children.map((task) => task.id))
  }
  return Object.fromEntries(tree)
}

/** Names of a task's files. With `stat`, a struct; a size in it is text, since it may be over 2 GiB. */
export function taskOutput(
  tasks: readonly HubTask[],
  { taskID = null, stat, all_volumes, strict }: Args,
): HubValue {
  const task = tasks.find(({ id }) => id === idOf(taskID))
  if (!task && strict === true) throw generic("Task doesn't exist")
  const files = task?.output ?? []
  if (all_volumes === true) return Object.fromEntries(files.map(({ name }) => [name, ['DEFAULT']]))
  if (stat !== true) return files.map(({ name }) => name)
  const time = new Double(task?.startedAt ?? task?.createdAt ?? 0)
  const times = { st_atime: time, st_ctime: time, st_mtime: time }
  return Object.fromEntries(files.map(({ name, bytes }) => [name, { ...times, st_size: String(bytes) }]))
}

function one(tasks: readonly HubTask[], wanted: HubValue, withRequest: boolean, strict: boolean): HubValue {
  if (strict) return infoRow(existing(tasks, wanted), withRequest)
  const task = tasks.find(({ id }) => id === idOf(wanted))
  return task ? infoRow(task, withRequest) : null
}

function existing(tasks: readonly HubTask[], wanted: HubValue): HubTask {
  const task = tasks.find(({ id }) => id === idOf(wanted))
  if (task) return task
  throw generic('query returned no rows')
}

function childrenOf(tasks: readonly HubTask[], id: number): readonly HubTask[] {
  return tasks.filter(({ parent }) => parent === id)
}

/** A number, or its digits in text. */
function idOf(value: HubValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') {
    if (/^\d+$/.test(value)) return Number(value)
    throw badParameter(`Invalid type for value '${value}': <class 'str'>, expected type <class 'int'>`)
  }
  throw badParameter("Invalid type, expected type <class 'int'>")
}
