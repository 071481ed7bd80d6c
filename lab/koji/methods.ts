import { badParameter, generic, HubFault } from './fault.ts'
import { listTasks } from './list-tasks.ts'
import type { HubTask } from './row.ts'
import {
  taskChildren,
  taskDescendents,
  taskInfo,
  taskOutput,
  taskRequest,
  taskResult,
  type Args,
} from './task-methods.ts'
import { isStruct, type HubValue } from './value.ts'

/** A method of the hub: its Python parameters, those without a default first. */
interface Method {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly answer: (tasks: readonly HubTask[], args: Args) => HubValue
}

export const kojiVersion = '1.35.3'

const methods: Readonly<Record<string, Method>> = {
  getAPIVersion: { required: [], optional: [], answer: () => 1 },
  getKojiVersion: { required: [], optional: [], answer: () => kojiVersion },
  listTasks: {
    required: [],
    optional: ['opts', 'queryOpts'],
    answer: (tasks, { opts = null, queryOpts = null }) => listTasks(tasks, opts, queryOpts),
  },
  getTaskInfo: { required: ['task_id'], optional: ['request', 'strict'], answer: taskInfo },
  getTaskRequest: { required: ['taskId'], optional: [], answer: taskRequest },
  getTaskResult: { required: ['taskId'], optional: ['raise_fault'], answer: taskResult },
  getTaskChildren: { required: ['task_id'], optional: ['request', 'strict'], answer: taskChildren },
  getTaskDescendents: { required: ['task_id'], optional: ['request'], answer: taskDescendents },
  listTaskOutput: { required: ['taskID'], optional: ['stat', 'all_volumes', 'strict'], answer: taskOutput },
  login: refusing(['user', 'password'], 1002, 'invalid username or password'),
  cancelTask: refusing(['task_id'], 1004, 'Cannot cancel task, not owner'),
  makeTask: refusing(['method', 'arglist'], 1004, 'admin permission required (user not logged in)'),
  'host.openTask': refusing(['task_id'], 1002, 'Not logged-in'),
  'system.listMethods': { required: [], optional: [], answer: () => Object.keys(methods) },
}

/** Calls a method like Python, with keyword arguments, defaults and the same errors. */
export function callMethod(tasks: readonly HubTask[], name: string, params: readonly HubValue[]): HubValue {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (!method) throw generic(`Invalid method: ${name}`)
  return method.answer(tasks, bind(name, method, params))
}

function bind(name: string, { required, optional }: Method, params: readonly HubValue[]): Args {
  const names = [...required, ...optional]
  const last = params.at(-1)
  const keywords = isStruct(last) && last['__starstar'] ? last : {}
  const positional = keywords === last ? params.slice(0, -1) : params
  if (positional.length > names.length) {
    const takes = `from ${required.length + 1} to ${names.length + 1} positional arguments`
    throw badParameter(`RootExports.${name}() takes ${takes} but ${positional.length + 1} were given`)
  }
  const args: Record<string, HubValue> = Object.fromEntries(
    positional.map((value, at) => [names[at] ?? '', value]),
  )
  for (const [keyword, value] of Object.entries(keywords)) {
    if (keyword === '__starstar') continue
    if (!names.includes(keyword)) {
      throw badParameter(`RootExports.${name}() got an unexpected keyword argument '${keyword}'`)
    }
    args[keyword] = value
  }
  const lacking = required.find((each) => !(each in args))
  if (lacking)
    throw badParameter(`RootExports.${name}() missing 1 required positional argument: '${lacking}'`)
  return args
}

/** A method that an anonymous caller may not use. */
function refusing(required: readonly string[], code: number, text: string): Method {
  return {
    required,
    optional: [],
    answer: () => {
      throw HubFault.koji(code, text)
    },
  }
}
