import type { OrderName } from '../../report/order.ts'
import type { OrderRequest } from '../../workflows/orders/order.ts'

/** An order as a person gives it; its id and expiry are set when it is sent. */
export interface GivenOrder {
  readonly name: OrderName
  readonly request: Omit<OrderRequest, 'id' | 'expires'>
}

/** What came of an order, in one sentence. */
interface Said {
  /** The workflow id. */
  readonly night: string
  readonly said: string
}

/**
 * What came of an order. `not taken`: no worker took it in time, and it expired. `would be …`: the answer to
 * a question that orders nothing.
 */
export type OrderOutcome =
  | (Said & {
      readonly kind: 'taken'
      readonly id: string
      /** Temporal's id of the run that took it, or was started for it. */
      readonly run: string
      readonly isNewRun: boolean
    })
  | (Said & { readonly kind: 'not taken' })
  | (Said & { readonly kind: 'refused' | 'would be taken' | 'would be refused' })
