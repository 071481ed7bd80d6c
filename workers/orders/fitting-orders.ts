import type { OrderName } from '../../report/order.ts'
import type { Order } from '../../workflows/orders/order.ts'
import { nameOf } from '../../workflows/orders/problems.ts'
import { refusalOf, type Stands } from '../../workflows/orders/refusal.ts'

/** The orders that a night takes as it stands. */
export function fittingOrders(stands: Stands, now: number): readonly OrderName[] {
  return samples(stands)
    .filter((order) => refusalOf(order, stands, now) === null)
    .map(({ name }) => name)
}

/** One usual order of each name. */
function samples({ problems: [problem] }: Stands): readonly Order[] {
  const signed = { id: '', by: null, why: '' }
  const what = [problem === undefined ? 'koji' : nameOf(problem)]
  return [
    { ...signed, name: 'rerun', what: { kind: 'failed' } },
    { ...signed, name: 'accept', what, until: null },
    { ...signed, name: 'extend', hours: 1, until: null },
    { ...signed, name: 'finish' },
    { ...signed, name: 'cancel' },
    { ...signed, name: 'look' },
  ]
}
