import type { OrderRequest } from '../../../workflows/orders/order.ts'
import type { OrderName } from '../../../report/order.ts'

/** One order of each kind that people give. */
export const everyOrder = {
  rerun: { name: 'rerun', request: {} },
  'rerun --all': { name: 'rerun', request: { jobs: 'all' } },
  'rerun --from find': { name: 'rerun', request: { from: 'find' } },
  'rerun --from await': { name: 'rerun', request: { from: 'await' } },
  'accept test': { name: 'accept', request: { what: 'test:base_selinux', why: 'rhbz#1' } },
  'accept unknown': { name: 'accept', request: { what: 'KDE live x86_64', why: 'rhbz#1' } },
  'accept koji': { name: 'accept', request: { what: 'koji', why: 'Koji is down' } },
  extend: { name: 'extend', request: { hours: 4 } },
  look: { name: 'look', request: {} },
  finish: { name: 'finish', request: { why: 'it is enough' } },
  cancel: { name: 'cancel', request: { why: 'openQA moves' } },
} as const satisfies Readonly<Record<string, { readonly name: OrderName; readonly request: OrderRequest }>>

/** One of {@link everyOrder}. */
export type OrderTitle = keyof typeof everyOrder
