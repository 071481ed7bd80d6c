import { HubFault } from './fault.ts'
import type { Row } from './row.ts'
import { Double, type HubValue } from './value.ts'

const columns = new Set(
  (
    'arch awaited channel_id completion_time completion_ts create_time create_ts host_id id label method owner ' +
    'owner_name owner_type parent priority request result start_time start_ts state waiting weight'
  ).split(' '),
)

/**
 * The order of listTasks: columns with commas between, `-` for descending.
 * @throws HubFault for an unknown column.
 */
export function byOrder(order: string): (a: Row, b: Row) => number {
  const keys = order
    .split(',')
    .map((key) => ({ name: key.replace(/^-/, ''), sign: key.startsWith('-') ? -1 : 1 }))
  const wrong = keys.find(({ name }) => !columns.has(name))
  if (wrong) throw HubFault.query('Exception', `Invalid order: ${wrong.name}`)
  return (a, b) => {
    for (const { name, sign } of keys) {
      const difference = compare(plain(a[name]), plain(b[name])) * sign
      if (difference !== 0) return difference
    }
    return 0
  }
}

/** NULL is larger than all values. A value that is neither number nor text counts as NULL. */
function compare(a: number | string | null, b: number | string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function plain(value: HubValue | undefined): number | string | null {
  if (value instanceof Double) return value.value
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
