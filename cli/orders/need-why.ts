import type { OrderName } from '../../report/order.ts'
import { UsageError } from '../exit-code.ts'
import type { OrderOptions } from './order-options.ts'

/** Refuses an order without a reason whose readers of the report need one. @throws UsageError */
export function needWhy(order: OrderName, { why }: OrderOptions): void {
  if (why === undefined || why.trim() === '')
    throw new UsageError(`say why with --why: ${order} changes what the report says`)
}
