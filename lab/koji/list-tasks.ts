import { badParameter, HubFault } from './fault.ts'
import { byOrder } from './order.ts'
import { listRow, type HubTask } from './row.ts'
import { taskFilter } from './task-filter.ts'
import { isStruct, type HubValue } from './value.ts'

type Options = Readonly<Record<string, HubValue>>

/**
 * Koji's listTasks with its oddities: no default order or limit, unknown options are ignored, only one
 * method, states and arches only as a list.
 */
export function listTasks(tasks: readonly HubTask[], opts: HubValue, queryOpts: HubValue): HubValue {
  const options = struct(opts)
  const query = struct(queryOpts)
  const limit = limitOf(query)
  const decode = options['decode'] === true && query['asList'] !== true
  const rows = tasks.filter(taskFilter(options)).map((task) => listRow(task, decode))
  const sorted = typeof query['order'] === 'string' ? rows.toSorted(byOrder(query['order'])) : rows
  const offset = typeof query['offset'] === 'number' ? query['offset'] : 0
  const page = sorted.slice(offset, limit === null ? undefined : offset + limit)
  if (query['countOnly'] === true) return page.length
  return query['asList'] === true ? page.map((row) => Object.values(row)) : page
}

/** Whether the hub runs this query while it writes the answer: too late for a fault of this call alone. */
export function isLazy(queryOpts: HubValue): boolean {
  const query = struct(queryOpts)
  const limit = limitOf(query)
  return query['countOnly'] !== true && (limit === null || limit >= 1000)
}

function struct(value: HubValue): Options {
  if (value === null) return {}
  if (isStruct(value)) return value
  throw badParameter("Invalid type, expected type <class 'dict'>")
}

/** A limit of 0 means no limit. */
function limitOf({ limit }: Options): number | null {
  if (typeof limit === 'string') {
    throw HubFault.python('TypeError', "'<' not supported between instances of 'str' and 'int'")
  }
  return typeof limit === 'number' && limit > 0 ? limit : null
}
