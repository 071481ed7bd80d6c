import type { UpdateDefinition } from '@temporalio/common'
import { defineUpdate } from '@temporalio/workflow'
import type { OrderName } from '../../report/order.ts'
import type { OrderRequest, OrderTaken } from './order.ts'

/** Each order is an Update of the night. */
export const updates: Readonly<Record<OrderName, UpdateDefinition<OrderTaken, [OrderRequest]>>> = {
  rerun: defineUpdate('rerun'),
  accept: defineUpdate('accept'),
  extend: defineUpdate('extend'),
  finish: defineUpdate('finish'),
  cancel: defineUpdate('cancel'),
  look: defineUpdate('look'),
}
